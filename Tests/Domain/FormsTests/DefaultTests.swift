import Forms
import Testing

@Suite("Fixed defaults")
struct DefaultTests {
  private func check(_ type: String, _ text: String) throws -> (value: String, codes: [FormProblemCode]) {
    let row = SurveyRow(
      type: SourceText(type), name: SourceText("q"), columns: [.defaultValue: SourceText(text)],
      texts: [.label: Localised(SourceText("q"))])
    let checked = CheckedForm.check(FormDefinition(formID: SourceText("f"), survey: [row]))
    let form = try #require(checked.form)
    return (form.nodes[1].dynamicDefault == nil ? form.nodes[1].staticDefault : "=", checked.problems.map(\.code))
  }

  @Test(
    "what can be read is written as answers are",
    arguments: [
      ("date", "2026-1-2", "2026-01-02"), ("date", "2026-01-02 00:00:00", "2026-01-02"), ("time", "8:5", "08:05"),
      ("dateTime", "2026-01-02", "2026-01-02T00:00"), ("dateTime", "2026-1-2 8:30", "2026-01-02T08:30"),
      ("decimal", "1e3", "1000"), ("decimal", "1.2e-3", "0.0012"), ("decimal", " 5 ", "5"), ("integer", "7", "7"),
      ("text", "[a]", "[a]"), ("text", "a[1]", "a[1]"), ("text", "${", "${"), ("text", "${}", "${}"),
      ("text", "1 + 1", "="), ("text", "now()", "="),
    ])
  func readable(type: String, text: String, expected: String) throws {
    let found = try check(type, text)
    #expect(found.value == expected)
    #expect(found.codes.isEmpty)
  }

  @Test(
    "what cannot be read is a warning, and the question begins empty",
    arguments: [
      ("date", "2026-02-30"), ("date", "2026-01-02 08:30:00"), ("date", "02/01/2026"), ("time", "25:00"),
      ("dateTime", "abc"), ("decimal", "1,5"), ("integer", "3.7"), ("geopoint", "91 0"), ("geotrace", "21 105"),
    ])
  func unreadable(type: String, text: String) throws {
    let found = try check(type, text)
    #expect(found.value.isEmpty)
    #expect(found.codes == [.badDefault])
  }
}
