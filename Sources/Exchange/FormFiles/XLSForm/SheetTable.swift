internal import Forms
internal import Workbooks

/// A sheet of a form: headers of the first row, and the cells below them with their places.
struct SheetTable {
  /// One header.
  struct Header {
    let column: Int
    let text: String
    let position: SourcePosition
  }

  /// One row below the headers.
  struct Row {
    let number: Int
    let cells: [Int: SourceText]
    /// Where the row begins: its first cell.
    let position: SourcePosition
  }

  let name: String
  let headers: [Header]
  let rows: [Row]
  /// Whether a header separates with `::`; otherwise the old single colon counts.
  let usesDoubleColon: Bool
  /// Cells with error values under a header.
  let problems: [FormFileProblem]

  /// Headers end after twenty empty columns and rows after sixty empty rows: what lies beyond are notes.
  init(_ sheet: Sheet, fileName: String, singleSpaced: Bool) {
    let sheetName = sheet.name.lowercased()
    func position(_ column: Int, _ row: Int) -> SourcePosition {
      let cell = "\(sheetName)!\(CellReference.text(column: column, row: row))"
      return SourcePosition(file: fileName, line: row, column: 1, cell: cell)
    }
    name = sheetName
    var headers: [Header] = []
    var problems: [FormFileProblem] = []
    let first = sheet.rows.first
    for cell in first?.cells ?? [] {
      if cell.column > (headers.last?.column ?? -1) + 21 { break }
      headers.append(
        Header(
          column: cell.column, text: ColumnName.collapsed(CellText.straightQuoted(cell.text)),
          position: position(cell.column, first?.number ?? 1)))
    }
    let known = Set(headers.map(\.column))
    let prose = Set(headers.filter { Self.isProse($0.text) }.map(\.column))
    var rows: [Row] = []
    var last = first?.number ?? 1
    for row in sheet.rows.dropFirst() {
      if row.number > last + 61 { break }
      var cells: [Int: SourceText] = [:]
      for cell in row.cells where known.contains(cell.column) {
        let place = position(cell.column, row.number)
        if cell.isError {
          problems.append(
            cell.text == "="
              ? FormFileProblem(.cellFormula, at: place) : FormFileProblem(.cellError, at: place, [cell.text]))
          continue
        }
        // Curly quotes are right in what people read and wrong everywhere else.
        let straight = prose.contains(cell.column) ? cell.text : CellText.straightQuoted(cell.text)
        cells[cell.column] = SourceText(singleSpaced ? CellText.singleSpaced(straight) : straight, at: place)
      }
      guard let firstColumn = cells.keys.min() else { continue }
      last = row.number
      rows.append(Row(number: row.number, cells: cells, position: position(firstColumn, row.number)))
    }
    self.headers = headers
    self.rows = rows
    self.problems = problems
    usesDoubleColon = headers.contains { $0.text.contains("::") }
  }

  /// Whether a column holds what people read: labels, hints, messages, titles.
  private static func isProse(_ header: String) -> Bool {
    if case .text = ColumnName(header: header, singleColon: !header.contains("::")) { return true }
    if case .title = SettingName(header: header) { return true }
    return false
  }
}
