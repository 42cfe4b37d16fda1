internal import Glibc

/// A place in the raw bytes of a line.
struct LineCursor {
  private let base: UnsafeRawPointer
  private let end: Int
  private var index = 0

  @inline(__always)
  init?(_ bytes: UnsafeRawBufferPointer, end: Int) {
    guard let base = bytes.baseAddress else { return nil }
    self.base = base
    self.end = end
  }

  /// Steps over a fixed mark.
  @inline(__always)
  mutating func take(_ mark: StaticString) -> Bool {
    let count = mark.utf8CodeUnitCount
    guard index + count <= end, memcmp(base + index, mark.utf8Start, count) == 0 else { return false }
    index += count
    return true
  }

  /// A whole number without sign or leading zero.
  @inline(__always)
  mutating func number() -> UInt64? {
    let start = index
    var value: UInt64 = 0
    while index < end {
      let digit = base.load(fromByteOffset: index, as: UInt8.self) &- UInt8(ascii: "0")
      if digit > 9 { break }
      value = value &* 10 &+ UInt64(digit)
      index += 1
    }
    let count = index - start
    guard count > 0, count < 19, count == 1 || base.load(fromByteOffset: start, as: UInt8.self) != UInt8(ascii: "0")
    else { return nil }
    return value
  }

  /// The inside of a string up to its closing quote, which is stepped over. Escapes are stepped over, not resolved.
  @inline(__always)
  mutating func string() -> UnsafeRawBufferPointer? {
    let start = index
    while index < end {
      let byte = base.load(fromByteOffset: index, as: UInt8.self)
      if byte == UInt8(ascii: "\"") {
        index += 1
        return UnsafeRawBufferPointer(start: base + start, count: index - 1 - start)
      }
      if byte < 0x20 { return nil }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// A string that may name a device or an epoch, and so a file: 1 to 48 of a to z and 0 to 9.
  @inline(__always)
  mutating func name() -> UnsafeRawBufferPointer? {
    guard let bytes = string(), bytes.count > 0, bytes.count <= 48 else { return nil }
    for byte in bytes where !SegmentName.isNameByte(byte) { return nil }
    return bytes
  }

  /// Exactly so many lower-case digits.
  @inline(__always)
  mutating func hexadecimal(digits: Int) -> UInt64? {
    guard index + digits <= end,
      let value = Hexadecimal.value(UnsafeRawBufferPointer(start: base + index, count: digits))
    else { return nil }
    index += digits
    return value
  }

  /// Everything left.
  @inline(__always)
  func rest() -> UnsafeRawBufferPointer? {
    index < end ? UnsafeRawBufferPointer(start: base + index, count: end - index) : nil
  }
}
