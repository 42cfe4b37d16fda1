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
}
