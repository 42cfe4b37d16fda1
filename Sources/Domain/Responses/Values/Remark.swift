/// What is kept beside an answer.
package struct Remark: Sendable, Equatable {
  package var path: FieldPath
  /// The same with row numbers.
  package var indexPath: String
  /// The reason given instead of an answer.
  package var missing: String?
  package var note: String?
  /// The reason with which a warning was confirmed.
  package var confirmedWarning: String?
}
