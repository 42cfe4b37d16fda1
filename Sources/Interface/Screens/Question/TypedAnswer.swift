package import Expressions
package import Forms

/// How a typed text is read as an answer, on the screens and without them.
package enum TypedAnswer {
  /// The answer that a text means for a question: `1,5 tỷ` for an amount, `18/1/27` for a date.
  ///
  /// - Parameter moment: now, for dates that are typed without a year.
  package static func value(
    of text: String, for node: FormNode, at moment: Moment
  ) throws(TypedTextProblem) -> String {
    try QuestionControls.control(of: node).value(of: text, node: node, year: LocalTime(moment).year)
  }

  /// Whether the answer is a file, which is typed as a path and taken over.
  package static func isFile(_ node: FormNode) -> Bool { node.kind.isAttachment }
}
