/// What can be wrong with CSV bytes. The raw values are stable codes.
package enum CSVProblemCode: String, Sendable, CaseIterable {
  /// UTF-16, or bytes that are not UTF-8 (windows-1258, TCVN3 …).
  case encoding = "csv-encoding"
  /// A quoted cell that never ends.
  case quote = "csv-quote"
  /// A NUL or another control character.
  case character = "csv-character"
  /// More bytes, columns or rows than the limits allow.
  case limit = "csv-limit"
  /// A header given twice, or a cell without header. Arguments: header or nothing.
  case header = "csv-header"
  /// No header row.
  case empty = "csv-empty"
}

/// A problem of CSV bytes with its line.
package struct CSVProblem: Error, Sendable, Equatable {
  /// What is wrong.
  package var code: CSVProblemCode
  /// The line of the file, from 1.
  package var line: Int
  /// The column (cell number) from 1; 0 when the row as a whole is meant.
  package var column: Int
  /// Names and numbers for the message.
  package var arguments: [String]

  /// A problem at a line.
  package init(_ code: CSVProblemCode, line: Int, column: Int = 0, _ arguments: [String] = []) {
    self.code = code
    self.line = line
    self.column = column
    self.arguments = arguments
  }
}

/// How much a file may demand.
package struct CSVLimits: Sendable, Equatable {
  /// Bytes of the file.
  package var size: Int
  /// Cells of one row.
  package var columns: Int
  /// Rows, header included.
  package var rows: Int

  /// Limits; the defaults suit choice lists and visit lists.
  package init(size: Int = 64 << 20, columns: Int = 1024, rows: Int = 1_000_000) {
    self.size = size
    self.columns = columns
    self.rows = rows
  }
}
