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
