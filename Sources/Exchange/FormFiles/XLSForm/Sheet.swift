/// One sheet of a workbook as text.
package struct Sheet: Sendable {
  /// One cell that holds something.
  package struct Cell: Sendable, Equatable {
    /// Column counted from 0 (A).
    package var column: Int
    /// The value as text: numbers in the shortest form, dates as ISO, TRUE and FALSE; trimmed, NFC.
    package var text: String
    /// Whether the cell holds an error value or a formula without a stored result.
    package var isError: Bool
  }

  /// One row that holds something.
  package struct Row: Sendable, Equatable {
    /// The number as the spreadsheet shows it, from 1.
    package var number: Int
    /// Its cells from left to right.
    package var cells: [Cell]

    /// The text of a column; nil when the cell is empty.
    package func text(_ column: Int) -> String? { cells.first { $0.column == column }?.text }
  }

  /// The name on the tab.
  package var name: String
  /// The rows from top to bottom.
  package var rows: [Row]

  /// A sheet.
  package init(name: String, rows: [Row]) {
    self.name = name
    self.rows = rows
  }

  /// Column and row of a reference such as `AB12`, both optional.
  static func place(_ reference: String) -> (column: Int?, row: Int?) {
    var column = 0
    var row = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0 && column < 20_000:
        column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9") where row < 10_000_000: row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): continue
      default: return (nil, nil)
      }
    }
    return (column > 0 ? column - 1 : nil, row > 0 ? row : nil)
  }
}
