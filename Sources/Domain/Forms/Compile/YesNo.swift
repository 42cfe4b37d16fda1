/// Yes and no in the spellings that XLSForm tools accept.
enum YesNo {
  private static let yes: Set<String> = ["yes", "true", "true()"]
  private static let no: Set<String> = ["no", "false", "false()"]

  /// The truth of a spelling; nothing for anything else.
  static func truth(_ text: String) -> Bool? {
    // As nearly all are spelt.
    switch text {
    case "yes", "true()": return true
    case "no", "false()": return false
    default: break
    }
    guard mayBeWord(text) else { return nil }
    let spelling = text.lowercased().filter { !$0.isWhitespace }
    if yes.contains(spelling) { return true }
    return no.contains(spelling) ? false : nil
  }

  /// Whether a text can be one of the spellings by its first letter.
  private static func mayBeWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, first > 0x20, first < 0x80 else { return true }
    switch first | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "f"): return true
    default: return false
    }
  }

  /// The text as an expression: yes and no become true() and false().
  static func expression(_ source: SourceText) -> SourceText {
    guard let truth = truth(source.text) else { return source }
    return SourceText(truth ? "true()" : "false()", at: source.position)
  }
}
