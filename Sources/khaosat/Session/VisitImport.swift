internal import CSV
internal import Fieldwork
internal import FormFiles
internal import Records
internal import Vietnamese

/// A list of establishments read from a file, with all that is wrong in it.
struct VisitImport {
  /// What was read.
  let list: VisitList

  /// Reads a CSV file or the first sheet of an XLSX file.
  init(path: String, forms: [String], today: CalendarDate) throws {
    let bytes = try HostFile.read(path)
    let reader = VisitListReader(knownForms: forms.isEmpty ? nil : Set(forms), referenceYear: today.year)
    if path.lowercased().hasSuffix(".xlsx") {
      let rows = try WorkbookRows.first(bytes, fileName: path)
      var sheet = reader
      sheet.allowsShortRows = true
      list = sheet.read(rows.map { VisitListRow(line: $0.line, cells: $0.cells) })
    } else {
      var csv = try CSVReader(bytes)
      var rows: [VisitListRow] = []
      while let row = csv.next() {
        rows.append(VisitListRow(line: row.line, cells: row.fields, isUnreadable: row.problem != nil))
      }
      list = reader.read(rows)
    }
  }

  /// The events that bring the visits into a store: new ones whole, known ones with what changed.
  ///
  /// What became of a visit (its status) is never taken back by importing the list again.
  func drafts(over snapshot: Snapshot) -> [EventDraft] {
    list.visits.compactMap { visit in
      guard let known = snapshot.visits[visit.id]?.visit else { return .visit(visit) }
      var updated = visit
      updated.status = known.status
      return updated == known ? nil : .visit(updated)
    }
  }
}
