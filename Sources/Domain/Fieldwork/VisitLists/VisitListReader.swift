internal import Vietnamese

/// What a list gave: the visits of all good rows, and everything that is wrong.
package struct VisitList: Sendable, Equatable {
  /// The visits of the rows without error, in the order of the list.
  package var visits: [Visit]
  /// The problems in the order of lines.
  package var problems: [VisitListProblem]

  /// Whether a row, or the whole list, had to be left out.
  package var hasErrors: Bool { problems.contains { !$0.isWarning } }
}

/// Reads a visit list from rows of cells; the first row that is not blank has the headings.
///
/// Nothing is taken silently: a row with an error is left out and named, a row with a doubt is taken and named.
package struct VisitListReader: Sendable {
  /// The forms that are there; nil when that is not known, and then no form is refused.
  package var knownForms: Set<String>?
  /// The forms of a row that names none.
  package var defaultForms: [String]
  /// The year around which two-digit years are completed.
  package var referenceYear: Int
  /// Whether rows may be shorter than the heading row, as they are in spreadsheets.
  package var allowsShortRows: Bool

  /// Sets what the reader needs to know.
  package init(
    knownForms: Set<String>? = nil, defaultForms: [String] = [], referenceYear: Int, allowsShortRows: Bool = false
  ) {
    self.knownForms = knownForms
    self.defaultForms = defaultForms
    self.referenceYear = referenceYear
    self.allowsShortRows = allowsShortRows
  }

  /// Reads all rows.
  package func read(_ rows: some Sequence<VisitListRow>) -> VisitList {
    var list = VisitList(visits: [], problems: [])
    var headings: VisitListHeadings?
    var lines: [String: Int] = [:]
    for row in rows where !row.isBlank {
      guard let known = headings else {
        let found = VisitListHeadings(row, needsForms: defaultForms.isEmpty)
        list.problems += found.problems
        // Without its headings no row can be understood.
        if !found.problems.isEmpty { return list }
        headings = found
        continue
      }
      var reading = RowReading(row: row)
      let visit = read(&reading, known, &lines)
      list.problems += reading.problems
      if let visit, !reading.problems.contains(where: { !$0.isWarning }) { list.visits.append(visit) }
    }
    if headings == nil { list.problems.append(VisitListProblem(line: 0, .empty)) }
    return list
  }

  /// One row while it is read.
  private struct RowReading {
    let row: VisitListRow
    var problems: [VisitListProblem] = []

    mutating func report(_ kind: VisitListProblem.Kind) { problems.append(VisitListProblem(line: row.line, kind)) }
  }

  private func read(
    _ reading: inout RowReading, _ headings: VisitListHeadings, _ lines: inout [String: Int]
  ) -> Visit? {
    let row = reading.row
    let expected = headings.names.count
    guard !row.isUnreadable else {
      reading.report(.unreadable)
      return nil
    }
    let surplus = row.cells.dropFirst(expected).contains { !$0.isEmpty }
    guard !surplus, allowsShortRows || row.cells.count >= expected else {
      reading.report(.cellCount(found: row.cells.count, expected: expected))
      return nil
    }
    func cell(_ column: VisitColumn) -> String { headings.cell(column, in: row) }
    let code = cell(.code)
    checkCode(code, &reading, &lines)
    if cell(.label).isEmpty { reading.report(.noLabel) }
    return Visit(
      id: code, code: code, label: cell(.label), date: date(cell(.date), &reading), team: cell(.team),
      place: Place(
        commune: cell(.commune), communeCode: cell(.communeCode), oldCommune: cell(.oldCommune),
        oldDistrict: cell(.oldDistrict), address: cell(.address)),
      telephone: telephone(cell(.telephone), &reading), forms: forms(cell(.forms), &reading),
      fields: fields(row, headings, &reading))
  }

  private func checkCode(_ code: String, _ reading: inout RowReading, _ lines: inout [String: Int]) {
    guard !code.isEmpty else { return reading.report(.noCode) }
    let key = code.foldedKeepingAccents
    if let first = lines[key] {
      reading.report(.repeatedCode(code, firstLine: first))
    } else {
      lines[key] = reading.row.line
    }
  }

  private func date(_ text: String, _ reading: inout RowReading) -> CalendarDate? {
    guard !text.isEmpty else {
      reading.report(.noDate)
      return nil
    }
    if let date = SpreadsheetDate.read(text) { return date }
    do throws(TextProblem) {
      let found = try DateReading(reading: text, around: referenceYear)
      if found.yearOrigin != .written { reading.report(.assumedYear(text, found.date)) }
      return found.date
    } catch {
      reading.report(.badDate(text, error))
      return nil
    }
  }

  private func telephone(_ text: String, _ reading: inout RowReading) -> String {
    guard !text.isEmpty else { return "" }
    do throws(TextProblem) {
      return try TelephoneNumber(reading: text).digits
    } catch {
      reading.report(.badTelephone(text, error))
      return text
    }
  }

  private func forms(_ text: String, _ reading: inout RowReading) -> [String] {
    var forms: [String] = []
    for name in text.split(whereSeparator: { $0.isWhitespace || $0 == "," || $0 == ";" }).map(String.init)
    where !forms.contains(name) {
      if knownForms?.contains(name) == false { reading.report(.unknownForm(name)) }
      forms.append(name)
    }
    if forms.isEmpty { forms = defaultForms }
    if forms.isEmpty { reading.report(.noForms) }
    return forms
  }

  private func fields(
    _ row: VisitListRow, _ headings: VisitListHeadings, _ reading: inout RowReading
  ) -> [String: String] {
    let taxCode = headings.cell(.taxCode, in: row)
    if !taxCode.isEmpty {
      do throws(TextProblem) {
        _ = try TaxCode(reading: taxCode)
      } catch {
        reading.report(.badTaxCode(taxCode, error))
      }
    }
    var fields: [String: String] = [:]
    for (place, name) in headings.names.enumerated() where !name.isEmpty {
      fields[name] = headings.cell(at: place, in: row)
    }
    return fields
  }
}
