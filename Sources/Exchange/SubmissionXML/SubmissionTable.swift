/// One table of an export: the form's own, or one of its repeats.
package struct SubmissionTable: Sendable, Equatable {
  /// Names of groups and repeats down to the repeat, joined by a hyphen; empty for the form's own table.
  package var name: String
  /// The column names.
  package var header: [String]
  /// The rows; every row has as many cells as the header.
  package var rows: [[String]]
}
