import FormFiles
import Forms
import Testing

@Suite struct VectorFormsTests {
  @Test(.enabled(if: VectorForms.folder != nil), arguments: VectorForms.names)
  func workbooksRead(_ name: String) throws {
    let loaded = try FormFiles.load(path: VectorForms.path(name, "form.xlsx"))
    #expect(loaded.problems == [])
    #expect(!loaded.definition.survey.isEmpty)
  }

  @Test(.enabled(if: VectorForms.folder != nil), arguments: VectorForms.names)
  func workbookAndXFormAreOneForm(_ name: String) throws {
    guard VectorForms.exists(name, "form.xml") else { return }
    let xml = try FormFiles.load(path: VectorForms.path(name, "form.xml"))
    #expect(xml.problems == [])
    let sheets = try FormFiles.load(path: VectorForms.path(name, "form.xlsx"))
    let left = CheckedForm.check(xml.definition)
    let right = CheckedForm.check(sheets.definition)
    #expect((left.form == nil) == (right.form == nil), "\(left.problems)")
    guard let left = left.form, let right = right.form else { return }
    #expect(left.id == right.id)
    let (xmlLines, sheetLines) = (FormSummary.lines(left), FormSummary.lines(right))
    #expect(xmlLines.count == sheetLines.count)
    for (one, other) in zip(xmlLines, sheetLines) { #expect(one == other) }
  }

  @Test(.enabled(if: VectorForms.folder != nil), arguments: VectorForms.names, FormFiles.Format.allCases)
  func formsComeBack(_ name: String, _ format: FormFiles.Format) throws {
    let loaded = try FormFiles.load(path: VectorForms.path(name, "form.xlsx"))
    guard CheckedForm.check(loaded.definition).form != nil else { return }
    let trip = try RoundTrip(path: VectorForms.path(name, "form.xlsx"), through: format)
    trip.expectTheSame()
  }
}
