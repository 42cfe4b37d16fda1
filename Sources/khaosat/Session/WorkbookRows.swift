internal import FormFiles

/// The rows of a spreadsheet as plain cells, for lists that a centre keeps in Excel.
enum WorkbookRows {
  /// One row: its number as the spreadsheet shows it, and the text of its cells from column A on.
  struct Row {
    let line: Int
    let cells: [String]
  }

  /// The rows of the first sheet that hold something.
  static func first(_ bytes: [UInt8], fileName: String) throws(FormFileProblem) -> [Row] {
    let workbook = try Workbook(bytes, fileName: fileName)
    guard let name = workbook.sheetNames.first else { return [] }
    return try workbook.sheet(name).rows.map { row in
      let width = (row.cells.map(\.column).max() ?? -1) + 1
      var cells = [String](repeating: "", count: width)
      for cell in row.cells { cells[cell.column] = cell.text }
      return Row(line: row.number, cells: cells)
    }
  }
}
