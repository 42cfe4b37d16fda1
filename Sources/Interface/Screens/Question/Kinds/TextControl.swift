internal import Forms
internal import Terminal

/// A text: one line that grows, or several lines when the form says so.
struct TextControl: TypedControl {
  func takesLines(_ node: FormNode) -> Bool { node.appearance.isMultiline }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    TypedText.trimmed(text)
  }
}
