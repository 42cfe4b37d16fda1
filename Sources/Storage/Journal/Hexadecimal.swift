/// Lower-case hexadecimal, as every hash and checksum of a line is written.
package enum Hexadecimal {
  private static let digits: [UInt8] = Array("0123456789abcdef".utf8)

  /// Appends `digits` digits of a number, high digit first.
  package static func append(_ value: UInt64, digits count: Int, to bytes: inout [UInt8]) {
    var shift = 4 * (count - 1)
    while shift >= 0 {
      bytes.append(digits[Int(truncatingIfNeeded: value >> UInt64(shift)) & 0xF])
      shift -= 4
    }
  }

  /// The digits of a number.
  package static func text(_ value: UInt64, digits count: Int) -> String {
    var bytes: [UInt8] = []
    append(value, digits: count, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The digits of some bytes, two each.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(2 * bytes.underestimatedCount)
    for byte in bytes { append(UInt64(byte), digits: 2, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The bytes that digits say; nil when something else is among them or their number is odd.
  package static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digit(digits[place]), let low = digit(digits[place + 1]) else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: high << 4 | low))
    }
    return bytes
  }

  /// Digits in groups of four, as people read them to each other.
  package static func grouped(_ digits: some StringProtocol) -> String {
    let letters = Array(digits)
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: "-")
  }

  /// Reads at most 16 lower-case digits; nil when another byte is among them.
  @inline(__always)
  package static func value(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    var value: UInt64 = 0
    for byte in bytes {
      guard let digit = digit(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  /// Reads at most 16 lower-case digits of a text.
  package static func value(_ text: Substring) -> UInt64? {
    var value: UInt64 = 0
    for byte in text.utf8 {
      guard let digit = digit(byte) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte &- UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte &- UInt8(ascii: "a") &+ 10)
    default: nil
    }
  }
}
