internal import Forms
internal import Terminal
internal import Vietnamese

/// A text: one line that grows, or several lines when the form says so.
struct TextControl: TypedControl {
  var takesWords: Bool { true }

  func typing(_ node: FormNode, wanted: TypingMethod?) -> TypingMethod? {
    if node.appearance.hidesAnswer || node.appearance.has("numbers") { return nil }
    return switch node.inputMethod {
    case .off: nil
    case .telex: .telex
    case .vni: .vni
    case nil: wanted
    }
  }

  func takesLines(_ node: FormNode) -> Bool { node.appearance.isMultiline }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    TypedText.trimmed(text)
  }
}
