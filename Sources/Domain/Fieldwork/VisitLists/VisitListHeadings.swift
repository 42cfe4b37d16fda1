internal import Vietnamese

/// The heading row, understood.
struct VisitListHeadings {
  /// The headings as they stand, in NFC.
  let names: [String]
  /// What is wrong with them.
  let problems: [VisitListProblem]
  private let places: [VisitColumn: Int]

  /// Finds the columns.
  init(_ row: VisitListRow, needsForms: Bool) {
    let names = row.cells.map { Self.clean($0) }
    var places: [VisitColumn: Int] = [:]
    var kinds: [VisitListProblem.Kind] = []
    if row.isUnreadable { kinds.append(.unreadable) }
    // A heading spelled exactly as in the description of lists goes before any other spelling of the same column.
    for exact in [true, false] {
      for (place, name) in names.enumerated() where (VisitColumn(rawValue: name) != nil) == exact {
        guard let column = VisitColumn(rawValue: name) ?? VisitColumn(heading: name) else { continue }
        if let earlier = places[column] {
          // Two spellings side by side: the exact one is meant, the other is kept as a field.
          if VisitColumn(rawValue: names[earlier]) == nil { kinds.append(.repeatedColumn(column, heading: name)) }
        } else {
          places[column] = place
        }
      }
    }
    var seen: Set<String> = []
    for name in names where !name.isEmpty && !seen.insert(name).inserted { kinds.append(.repeatedHeading(name)) }
    for column in VisitColumn.allCases where column.isRequired && places[column] == nil {
      if column != .forms || needsForms { kinds.append(.missingColumn(column)) }
    }
    self.names = names
    self.places = places
    problems = kinds.map { VisitListProblem(line: row.line, $0) }
  }

  /// The cell of a column, trimmed and in NFC; empty when the list has no such column.
  func cell(_ column: VisitColumn, in row: VisitListRow) -> String {
    places[column].map { cell(at: $0, in: row) } ?? ""
  }

  /// The cell at a place, trimmed and in NFC.
  func cell(at place: Int, in row: VisitListRow) -> String {
    row.cells.indices.contains(place) ? Self.clean(row.cells[place]) : ""
  }

  private static func clean(_ text: String) -> String {
    var scalars = text.composed.unicodeScalars[...].drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }
}
