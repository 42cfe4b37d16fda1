import FormFiles
import Forms
import Testing

/// The forms that come with the program have no mistakes.
@Suite("The project's own forms")
struct ProjectFormTests {
  private static let folder: String = {
    let project = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return "/\(project)/forms"
  }()

  @Test("no problems", arguments: ["khao_sat_co_so", "hau_kiem"])
  func clean(name: String) throws {
    let loaded = try FormFiles.load(path: "\(Self.folder)/\(name)", root: Self.folder)
    #expect(loaded.problems.isEmpty, "\(loaded.problems)")
    let checked = CheckedForm.check(loaded.definition)
    #expect(checked.problems.isEmpty, "\(checked.problems.map { "\($0.code) \($0.position.line) \($0.arguments)" })")
    #expect(checked.form != nil)
  }
}
