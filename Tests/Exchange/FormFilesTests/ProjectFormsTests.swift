import FormFiles
import Forms
import Glibc
import Testing

/// The forms that come with the program read without a complaint.
@Suite struct ProjectFormsTests {
  private static let folder: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    while let last = parts.popLast(), last != "Tests" {}
    return "/" + (parts + ["forms"]).joined(separator: "/")
  }()

  @Test(arguments: ["khao_sat_co_so", "hau_kiem"])
  func formsRead(_ name: String) throws {
    guard access(Self.folder + "/" + name, R_OK) == 0 else { return }
    let loaded = try FormFiles.load(path: Self.folder + "/" + name, root: Self.folder)
    #expect(loaded.problems == [])
    #expect(loaded.definition.formID.text == name)
    #expect(!loaded.definition.survey.isEmpty)
  }
}
