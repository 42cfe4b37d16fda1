internal import Journal

/// Bytes as lower-case hexadecimal digits.
enum HexText {
  /// The digits.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    for byte in bytes { Hexadecimal.append(UInt64(byte), digits: 2, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Reads digits; nil when something else is among them or their number is odd.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let value = digits[place..<place + 2].withUnsafeBytes({ Hexadecimal.value($0) }) else { return nil }
      bytes.append(UInt8(truncatingIfNeeded: value))
    }
    return bytes
  }

  /// Digits in groups of four, as people read them to each other.
  static func grouped(_ digits: String) -> String {
    let letters = Array(digits)
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: "-")
  }
}
