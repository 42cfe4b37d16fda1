internal import Forms

// What is passed over, told to the author.
extension XLSFormReader {
  /// A header that no form has.
  mutating func note(_ name: String, nearest: String?, at header: SheetTable.Header) {
    definition.notices.append(FormProblem(.unknownHeader, at: header.position, [name, nearest ?? ""]))
  }

  /// Sheets whose names are nearly those of sheets that are not there.
  mutating func noteSheets(_ names: [String], missing: [String]) {
    guard names.count > 1 else { return }
    for name in names where !Self.sheetNames.contains(ColumnName.snake(name)) {
      guard let nearest = ColumnName.nearest(name, among: missing), ColumnName.isSlip(name, of: nearest) else {
        continue
      }
      let place = SourcePosition(file: fileName, cell: name + "!A1")
      definition.notices.append(FormProblem(.unknownSheet, at: place, [name, nearest]))
    }
  }
}
