/// Codes that consist of digits, however they were spaced.
enum DigitString {
  /// The digits of a text; spaces, dots, dashes and brackets are passed over.
  static func read(_ text: String) throws(TextProblem) -> [Int] {
    var digits: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "0"..."9": digits.append(Int(scalar.value) - 0x30)
      case ".", "-", "–", "(", ")", "/": continue
      case _ where scalar.properties.isWhitespace: continue
      default: throw .character(String(scalar))
      }
    }
    guard !digits.isEmpty else { throw .empty }
    return digits
  }

  /// The digits as text.
  static func text(_ digits: some Sequence<Int>) -> String { digits.map(String.init).joined() }
}
