/// What is kept beside an answer.
package struct Remark: Sendable, Equatable {
  /// The question, by row ids.
  package var path: FieldPath
  /// The same with row numbers.
  package var indexPath: String
  /// The reason given instead of an answer.
  package var missing: String?
  /// What the surveyor noted.
  package var note: String?
  /// The reason with which a warning was confirmed.
  package var confirmedWarning: String?
}
