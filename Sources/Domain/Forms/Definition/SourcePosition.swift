/// Where a piece of a form was written: a line and column of a text file, or a cell of a sheet.
package struct SourcePosition: Sendable, Hashable {
  /// File name as the user knows it.
  package var file: String
  /// Line, counted from 1.
  package var line: Int
  /// Column in characters, counted from 1.
  package var column: Int
  /// For spreadsheets: sheet and cell, `survey!B7`; the line is then the row of the sheet.
  package var cell: String?

  /// A position; without arguments the beginning of an unnamed file.
  package init(file: String = "", line: Int = 1, column: Int = 1, cell: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.cell = cell
  }

  /// The same place moved right by a number of characters; inside a sheet the cell stays and the column counts within its text.
  package func advanced(by characters: Int) -> SourcePosition {
    var moved = self
    moved.column += characters
    return moved
  }
}
