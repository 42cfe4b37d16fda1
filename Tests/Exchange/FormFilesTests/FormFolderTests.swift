import Expressions
import FormFiles
import Forms
import Glibc
import Testing

@Suite struct FormFolderTests {
  /// A folder with `forms/a/form.yaml`, `forms/catalogs/xa.csv` and `secret.csv` outside of the root.
  private func withForms(_ form: String, _ body: (String) throws -> Void) throws {
    var template = Array("/tmp/khaosat-forms-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestFailure("mkdtemp") }
    let base = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    mkdir(base + "/forms", 0o700)
    mkdir(base + "/forms/a", 0o700)
    mkdir(base + "/forms/catalogs", 0o700)
    try write(base + "/forms/a/form.yaml", form)
    try write(base + "/forms/catalogs/xa.csv", "code,name,parent\n1,Đại Sơn,10\n2,\"Ba, Vì\",01\n")
    try write(base + "/secret.csv", "a,b\n")
    symlink("../../secret.csv", base + "/forms/a/link.csv")
    defer {
      for file in ["/forms/a/form.yaml", "/forms/a/link.csv", "/forms/catalogs/xa.csv", "/secret.csv"] {
        unlink(base + file)
      }
      for folder in ["/forms/a", "/forms/catalogs", "/forms", ""] { rmdir(base + folder) }
    }
    try body(base)
  }

  private func write(_ path: String, _ text: String) throws {
    guard let file = fopen(path, "w") else { throw TestFailure(path) }
    fputs(text, file)
    fclose(file)
  }

  private func form(_ file: String) -> String {
    "form_id: a\nchoices:\n  xa: { file: \(file), value: code, label: name }\nsurvey:\n  - { type: select_one xa, name: xa }\n"
  }

  @Test func choiceFilesInsideTheRootAreRead() throws {
    try withForms(form("../catalogs/xa.csv")) { base in
      let loaded = try FormFiles.load(path: base + "/forms/a")
      #expect(loaded.problems == [])
      #expect(loaded.references == ["../catalogs/xa.csv"])
      let document = try #require(loaded.definition.files["../catalogs/xa.csv"])
      let root = try #require(document.root)
      let items = document.children(of: root)
      #expect(items.count == 2)
      let second = try #require(document.child(of: items[1], named: "name"))
      #expect(document.value(of: second) == "Ba, Vì")
      let sameThroughRoot = try FormFiles.load(path: base + "/forms/a/form.yaml", root: base + "/forms")
      #expect(sameThroughRoot.problems == [])
    }
  }

  @Test(arguments: ["../../secret.csv", "/etc/passwd.csv", "link.csv", "../../../../../../secret.csv"])
  func pathsOutsideAreRefused(_ file: String) throws {
    try withForms(form(file)) { base in
      let loaded = try FormFiles.load(path: base + "/forms/a")
      #expect(loaded.problems.map(\.code) == [.fileOutside])
      #expect(loaded.problems.first?.position.line == 3)
    }
  }

  @Test func missingAndUnknownFiles() throws {
    try withForms(form("../catalogs/yy.csv")) { base in
      let loaded = try FormFiles.load(path: base + "/forms/a")
      #expect(loaded.problems.map(\.code) == [.fileMissing])
      #expect(throws: FormFileProblem.self) { try FormFiles.read(path: base + "/forms/catalogs") }
      #expect(throws: FormFileProblem.self) { try FormFiles.read(path: base + "/nothing.yaml") }
      #expect(throws: FormFileProblem.self) { try FormFiles.read(path: base + "/forms/catalogs/xa.csv") }
    }
  }
}
