/// A note beside a question, or beside a whole record.
package struct FieldNote: Sendable, Equatable {
  /// The record.
  package var record: String
  /// The path of the question, as logs write it; nil for the record as a whole.
  package var field: String?
  /// What was noted.
  package var text: String
  /// Who noted it.
  package var author: String
  /// When, in ISO 8601.
  package var time: String

  /// Joins the parts.
  package init(record: String, field: String? = nil, text: String, author: String, time: String) {
    self.record = record
    self.field = field
    self.text = text
    self.author = author
    self.time = time
  }
}
