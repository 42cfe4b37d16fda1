/// Yes and no in the spellings that XLSForm tools accept.
enum YesNo {
  private static let yes: Set<String> = ["yes", "true", "true()"]
  private static let no: Set<String> = ["no", "false", "false()"]

  /// The truth of a spelling; nothing for anything else.
  static func truth(_ text: String) -> Bool? {
    let spelling = text.lowercased().filter { !$0.isWhitespace }
    if yes.contains(spelling) { return true }
    return no.contains(spelling) ? false : nil
  }

  /// The text as an expression: yes and no become true() and false().
  static func expression(_ source: SourceText) -> SourceText {
    guard let truth = truth(source.text) else { return source }
    return SourceText(truth ? "true()" : "false()", at: source.position)
  }
}
