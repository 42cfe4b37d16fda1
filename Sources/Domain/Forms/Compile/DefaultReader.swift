/// Tells a default that is computed from one that is taken as it is, as XLSForm tools do.
enum DefaultReader {
  private static let hyphenated: Set<QuestionKind> = [.date, .dateTime, .time, .geopoint, .geotrace, .geoshape]

  /// Whether the default of a question is an expression.
  static func isExpression(_ text: String, for kind: QuestionKind) -> Bool {
    let scalars = Array(text.unicodeScalars)
    var place = 0
    var previous: Unicode.Scalar = " "
    while place < scalars.count {
      let scalar = scalars[place]
      switch scalar {
      case "'", "\"":
        guard let end = scalars[(place + 1)...].firstIndex(of: scalar) else { return false }
        place = end
      case "-" where !isNamePart(previous):
        let isNumber = place + 1 < scalars.count && ("0"..."9").contains(scalars[place + 1])
        if !isNumber { return !hyphenated.contains(kind) }
      case "*", "+", "|": return true
      case "(": return isNamePart(previous)
      case "$" where isReference(scalars[place...]): return true
      case "d" where previous == " ", "m" where previous == " ":
        let word = String(String.UnicodeScalarView(scalars[place...].prefix(4)))
        if place > 0, word == "div " || word == "mod " { return true }
      default: break
      }
      previous = scalar
      place += 1
    }
    return false
  }

  /// Whether a reference begins here; `${` with no name behind it is a text.
  private static func isReference(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text.dropFirst().first == "{" else { return false }
    let name = text.dropFirst(2).prefix { $0 != "}" }
    return name.contains { !$0.properties.isWhitespace }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar) -> Bool { ReferenceExpander.isNamePart(scalar) }
}
