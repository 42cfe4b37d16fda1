/// What the form says about a record that the team lead returned.
package enum ReturnedPhrase: PairedPhrase {
  case returned(by: String, summary: String, comments: Int)
  case comment

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .returned(let name, let summary, let comments):
      (
        Self.joined("Trả lại", name, summary, comments == 0 ? "" : "\(comments) góp ý, F4 xem"),
        Self.joined(
          "Returned", name, summary, comments == 0 ? "" : comments == 1 ? "1 comment: F4" : "\(comments) comments: F4")
      )
    case .comment: ("GÓP Ý", "COMMENT")
    }
  }

  private static func joined(_ word: String, _ name: String, _ summary: String, _ comments: String) -> String {
    let head = name.isEmpty ? word : "\(word) (\(name))"
    let said = summary.isEmpty ? head : "\(head): \(summary)"
    return comments.isEmpty ? said : "\(said) · \(comments)"
  }
}
