/// Where a person is in a form: the question, and what is typed there and not yet an answer.
package struct FormPlace: Equatable, Hashable, Sendable {
  /// The path of the question by row ids.
  package var path: String
  /// The half-typed text; nil when nothing waits to become an answer.
  package var text: String?
  /// The place of the cursor in that text, in characters.
  package var cursor: Int

  /// Joins the parts.
  package init(path: String, text: String? = nil, cursor: Int = 0) {
    self.path = path
    self.text = text
    self.cursor = cursor
  }
}
