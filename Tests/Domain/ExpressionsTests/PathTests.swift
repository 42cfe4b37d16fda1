import Expressions
import TestSupport
import Testing

@Suite struct PathTests {
  /// data/(a, row(x, y), row(x, y), row(x, y), b@k)
  private static let document: Document = {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    document.appendElement("a", to: root, value: "1")
    for (x, y) in [("1", "p"), ("2", "q"), ("3", "p")] {
      let row = document.appendElement("row", to: root)
      document.appendElement("x", to: row, value: x)
      document.appendElement("y", to: row, value: y)
    }
    let last = document.appendElement("b", to: root, value: "z")
    document.setAttribute("k", "v", on: last)
    return document
  }()

  @Test(arguments: [
    ("/data/row[2]/x", ["2"]), ("/data/row[last()]/x", ["3"]), ("//x", ["1", "2", "3"]),
    ("/data/row[y = 'p']/x", ["1", "3"]), ("(/data/row/x)[2]", ["2"]), ("/data/a | /data/b | /data/a", ["1", "z"]),
    ("/data/b | /data/a", ["1", "z"]), ("/data/row[1]/following-sibling::row/x", ["2", "3"]),
    ("/data/b/preceding-sibling::row[1]/x", ["3"]), ("//x[. > 1]/../y", ["q", "p"]), ("/data/b/@k", ["v"]),
    ("//@*", ["v"]), ("/data/row/x/ancestor::row[1]/y", ["p", "q", "p"]), ("/data/row[x = 2]/y/text()", ["q"]),
    ("/data/*[position() = 1]", ["1"]), ("//row[2]/descendant-or-self::node()/x", ["2"]),
    ("/data/row[position() > 1][1]/x", ["2"]), ("/data/row[x][y = 'q']/x", ["2"]), ("//y[../x = 3]", ["p"]),
    ("/data/row[2]/following::*", ["", "3", "p", "z"]), ("/data/row[2]/preceding::x", ["1"]), ("/data/nope", []),
  ])
  func stepsGiveNodesInOrder(expression: String, expected: [String]) throws {
    #expect(try Formula(parsing: expression).nodes(in: .sample(Self.document)).values == expected)
  }

  @Test func severalNodesWhereOneIsNeededAreAProblem() throws {
    let problem = #expect(throws: ExpressionProblem.self) {
      try Formula(parsing: "1 + /data/row/x").evaluate(in: .sample(Self.document))
    }
    #expect(problem?.code == .path)
    #expect(problem?.at == 4)
  }

  @Test func rowsAreBoundWhenAskedFor() throws {
    var scope = Scope.sample(Self.document)
    let cells = try Formula(parsing: "//y").nodes(in: scope).nodes
    scope.node = cells[1]
    #expect(try Formula(parsing: "count(/data/row/x)").text(in: scope) == "3")
    scope.bindsRows = true
    #expect(try Formula(parsing: "/data/row/x").text(in: scope) == "2")
    #expect(try Formula(parsing: "indexed-repeat(/data/row/x, /data/row, 3)").text(in: scope) == "3")
    #expect(try Formula(parsing: "position(..)").text(in: scope) == "2")
  }

  @Test func hostilePathsEnd() throws {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    for _ in 0..<600 { document.appendElement("n", to: root, value: "1") }
    let problem = #expect(throws: ExpressionProblem.self) {
      try Formula(parsing: "count(//*[count(//*[count(//*) > 0]) > 0])").evaluate(in: .sample(document))
    }
    #expect(problem?.code == .limit)
  }

  /// The hash index gives what looking at every row gives.
  @Test func indexedFiltersAgreeWithScans() throws {
    var list = Document()
    let root = list.appendElement("root", to: .document)
    var random = SeededGenerator(31)
    for number in 0..<200 {
      let item = list.appendElement("item", to: root)
      list.appendElement("name", to: item, value: "n\(number)")
      list.appendElement("xa", to: item, value: ["1", "01", "2", "x", "2020-01-01", ""][random.below(6)])
    }
    var scope = Scope.sample(Self.document)
    scope.instances = OneInstance(document: list)
    for value in ["'1'", "1", "'x'", "''", "'2020-01-01'", "2.0", "'nope'", "/data/a", "string(/data/a)"] {
      let fast = try Formula(parsing: "instance('l')/root/item[xa = \(value)]/name").nodes(in: scope).values
      let slow = try Formula(parsing: "instance('l')/root/item[false() or xa = \(value)]/name").nodes(in: scope).values
      #expect(fast == slow, "\(value)")
      let both = try Formula(parsing: "instance('l')/root/item[xa = \(value) and name != 'n3']/name").nodes(in: scope)
      #expect(both.values == slow.filter { $0 != "n3" })
    }
    #expect(try Formula(parsing: "pulldata('l', 'xa', 'name', 'n0')").text(in: scope) != "0")
  }
}

private struct OneInstance: InstanceSource {
  let document: Document
  func instance(_ id: String) -> Document? { id == "l" ? document : nil }
  func choiceLabel(value: String, question path: String, language: String) -> String? { nil }
  func itext(_ id: String, language: String) -> String? { nil }
}
