/// Defaults as XLSForm has them: one column in which a text that looks like an expression is one.
enum DefaultText {
  /// A literal that must not be taken for an expression.
  static func literal(_ text: String) -> String {
    guard looksLikeFormula(text) else { return text }
    return text.contains("'") ? "concat(\"\(text)\", '')" : "concat('\(text)', '')"
  }

  /// An expression that must be taken for one.
  static func formula(_ text: String) -> String { looksLikeFormula(text) ? text : "coalesce(\(text), '')" }

  private static func looksLikeFormula(_ text: String) -> Bool {
    if text.contains("${") || text.contains("|") { return true }
    for word in [" + ", " * ", " div ", " mod ", " - ", "+", "*"] where text.contains(word) { return true }
    guard let open = text.firstIndex(of: "("), open > text.startIndex else { return false }
    let before = text[text.index(before: open)]
    return before.isLetter || before.isNumber || before == "-" || before == "_"
  }
}
