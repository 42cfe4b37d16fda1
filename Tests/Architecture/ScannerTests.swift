import Testing

/// The reader behind the rules is checked as well: a rule that sees nothing proves nothing.
@Suite("Reader of the sources")
struct ScannerTests {
  private func file(_ text: String) -> SourceFile {
    SourceFile(path: "Sources/Domain/Forms/X.swift", bytes: Array(text.utf8))
  }

  @Test(
    "comments and texts are blanked",
    arguments: [
      ("let a = 1 // { b", "let a = 1     "),
      ("let a = \"{\" + b", "let a =     + b"),
      ("let a = #\"\"{\"# + b", "let a =        + b"),
      ("let a = \"x\\(f(\"}\"))y\" + b", "let a =               + b"),
      ("f(/a\\/\"!/) + b / c / d", "f(       ) + b / c / d"),
      ("/* { /* } */ */ a", "                a"),
    ])
  func blanks(text: String, expected: String) {
    #expect(file(text).code.first.map { $0.split(separator: " ") } == expected.split(separator: " "))
  }

  @Test("a long function, an initialiser and a property are seen, a requirement is not")
  func seesBodies() {
    let body = String(repeating: "    work()\n", count: 61)
    let text = """
      protocol P {
        func required() -> Int
        var wanted: Int { get }
      }
      struct S: P {
        let fixed = [
          1: { 2 }
        ]
        private static func long<T>(
          _ a: T, _ b: () -> Void = {}
        ) -> T where T: P {
      \(body)  }
        init?(_ a: Int) { self.a = a }
        var computed: Int {
      \(body)  }
      }
      """
    let spans = FunctionSpan.all(in: file(text))
    #expect(spans.map(\.length) == [1, 65, 1, 63])
  }

  @Test("imports are read with every level")
  func readsImports() {
    let text = "import Testing\npackage import Forms\n@testable import A\nimport struct B.C\nlet important = 1\n"
    #expect(file(text).imports.map(\.module) == ["Testing", "Forms", "A", "B"])
  }

  @Test("layer and module come from the path")
  func readsThePlace() {
    #expect(file("").module == "Forms")
    #expect(file("").layer == "Domain")
    #expect(SourceFile(path: "Sources/khaosat/main.swift", bytes: []).module == "khaosat")
  }
}
