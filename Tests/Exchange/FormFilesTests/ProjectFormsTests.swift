import FormFiles
import Forms
import Testing

/// The forms that come with the program read without a complaint and come back from every format.
@Suite struct ProjectFormsTests {
  @Test(arguments: ProjectForms.names)
  func formsRead(_ name: String) throws {
    let loaded = try FormFiles.load(path: ProjectForms.folder + "/" + name, root: ProjectForms.folder)
    #expect(loaded.problems == [])
    #expect(loaded.definition.formID.text == name)
    #expect(!loaded.definition.survey.isEmpty)
  }

  @Test(arguments: ProjectForms.names, FormFiles.Format.allCases)
  func formsComeBack(_ name: String, _ format: FormFiles.Format) throws {
    let path = ProjectForms.folder + "/" + name
    let trip = try RoundTrip(path: path, root: ProjectForms.folder, through: format)
    trip.expectTheSame()
  }
}
