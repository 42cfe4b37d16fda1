/// How many columns and rows of cells a terminal has.
package struct Size: Equatable, Hashable, Sendable {
  /// How many columns it has.
  package var columns: Int
  /// How many rows it has.
  package var rows: Int

  /// A size of at least one cell.
  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }
}

/// A place in a frame; row 0 is the top, column 0 the left.
package struct CellPlace: Equatable, Hashable, Sendable {
  /// The row, from the top.
  package var row: Int
  /// The column, from the left.
  package var column: Int

  /// The place at a row and a column.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
