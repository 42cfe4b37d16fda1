/// Reads CSV as rows of text: `,` `;` or tab, quotes, byte order mark, line numbers. A row that cannot be read is
/// returned with its problem, and reading goes on behind it.
package struct CSVReader {
  private var scanner: CSVScanner
  private var cells: [CSVCell] = []
  private var rows = 0
  private let limits: CSVLimits
  private var isFinished = false

  /// A reader of a whole file.
  package init(_ bytes: [UInt8], delimiter: UInt8? = nil, limits: CSVLimits = CSVLimits()) throws(CSVProblem) {
    scanner = try CSVScanner(bytes, delimiter: delimiter, limits: limits)
    self.limits = limits
  }

  /// The next row that is not blank; nil at the end.
  package mutating func next() -> CSVRow? {
    if isFinished { return nil }
    do throws(CSVProblem) {
      guard try scanner.next(into: &cells) else { return nil }
    } catch {
      // An open quote swallows the rest of the file: this line is named, the following ones are read again.
      let row = CSVRow(line: scanner.line, fields: [], problem: error)
      scanner.recover()
      rows += 1
      isFinished = rows >= limits.rows
      return row
    }
    rows += 1
    guard rows <= limits.rows else {
      isFinished = true
      let problem = CSVProblem(.limit, line: scanner.line, ["rows", String(limits.rows)])
      return CSVRow(line: scanner.line, fields: [], problem: problem)
    }
    var problem: CSVProblem?
    var fields: [String] = []
    fields.reserveCapacity(cells.count)
    for cell in cells {
      if let text = scanner.text(cell) {
        if problem == nil, Self.hasControl(text) {
          problem = CSVProblem(.character, line: scanner.line, column: fields.count + 1)
        }
        fields.append(text)
      } else {
        let column = fields.count + 1
        if problem == nil { problem = CSVProblem(.encoding, line: scanner.line, column: column) }
        fields.append(scanner.repairedText(cell))
      }
    }
    return CSVRow(line: scanner.line, fields: fields, problem: problem)
  }

  private static func hasControl(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 }
  }

  /// All rows of a file; the first problem of any row is thrown.
  package static func readAll(
    _ bytes: [UInt8], delimiter: UInt8? = nil, limits: CSVLimits = CSVLimits()
  ) throws(CSVProblem) -> [CSVRow] {
    var reader = try CSVReader(bytes, delimiter: delimiter, limits: limits)
    var rows: [CSVRow] = []
    while let row = reader.next() {
      if let problem = row.problem { throw problem }
      rows.append(row)
    }
    return rows
  }
}
