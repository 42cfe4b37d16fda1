import Expressions
import FoundationEssentials
import Testing

@Suite struct DocumentationTests {
  /// docs/expressions.md lists every function as the table has it, and no other.
  @Test func everyFunctionIsListed() throws {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let file = folder.appending(path: "docs/expressions.md").path
    guard let bytes = FileManager.default.contents(atPath: file) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    var listed: [String] = []
    for line in text.split(separator: "\n") where line.hasPrefix("| `") {
      let cell = line.dropFirst(3).prefix { $0 != "`" }
      if cell.contains("("), cell.hasSuffix(")") { listed.append(String(cell)) }
    }
    let wanted = FunctionTable.all.map { "\($0.name)(\($0.signature.text))" }
    #expect(Set(listed) == Set(wanted))
  }
}
