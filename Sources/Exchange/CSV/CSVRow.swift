/// One row of a CSV file.
package struct CSVRow: Sendable, Equatable {
  /// The line on which it begins, from 1.
  package var line: Int
  /// The cells in order, white space at their ends kept.
  package var fields: [String]
  /// What is wrong with this row; the fields are then repaired as far as they go.
  package var problem: CSVProblem?

  /// A row.
  package init(line: Int, fields: [String], problem: CSVProblem? = nil) {
    self.line = line
    self.fields = fields
    self.problem = problem
  }
}
