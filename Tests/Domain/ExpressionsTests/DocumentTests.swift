import Expressions
import TestSupport
import Testing

@Suite struct DocumentTests {
  @Test func childrenAreFoundByName() {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    var nodes: [NodeID] = []
    for number in 0..<40 { nodes.append(document.appendElement("n\(number)", to: root, value: "\(number)")) }
    for (number, node) in nodes.enumerated() { #expect(document.child(of: root, named: "n\(number)") == node) }
    #expect(document.child(of: root, named: "absent") == nil)
    #expect(document.root == root)
    #expect(document.parent(of: nodes[3]) == root)
  }

  /// Whatever is inserted and removed, children of a name are those that a plain walk finds.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func namesStayInOrderThroughEdits(seed: UInt64) {
    var random = SeededGenerator(seed)
    var document = Document()
    let root = document.appendElement("data", to: .document)
    for _ in 0..<300 {
      let children = document.children(of: root)
      if children.count > 3, random.below(3) == 0 {
        document.remove(children[random.below(children.count)])
      } else {
        let before = random.below(2) == 0 || children.isEmpty ? nil : children[random.below(children.count)]
        document.insertElement(["a", "b", "c"][random.below(3)], to: root, before: before)
      }
      for name in ["a", "b", "c"] {
        let walked = document.children(of: root).filter { document.name(of: $0) == name }
        #expect(document.children(of: root, named: name) == walked)
      }
    }
  }

  @Test func copiesAreIndependent() {
    var first = Document()
    let root = first.appendElement("data", to: .document, value: "1")
    let second = first
    first.setValue(root, "2")
    #expect(second.value(of: root) == "1")
    #expect(first.value(of: root) == "2")
  }

  @Test func removedNodesAreGone() throws {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    let row = document.appendElement("row", to: root)
    let cell = document.appendElement("x", to: row, value: "1")
    document.remove(row)
    #expect(!document.contains(row))
    #expect(!document.contains(cell))
    #expect(document.children(of: root).isEmpty)
    #expect(try Formula(parsing: "count(//x)").number(in: .sample(document)).wholeNumber == 0)
  }

  @Test func hiddenNodesAreInvisible() throws {
    var document = Document()
    let root = document.appendElement("data", to: .document)
    let group = document.appendElement("g", to: root)
    let inner = document.appendElement("x", to: group, value: "5")
    document.appendElement("y", to: root, value: "7")
    document.setHidden(group, true)
    let scope = Scope.sample(document)
    #expect(try Formula(parsing: "/data/g/x").text(in: scope) == "")
    #expect(try Formula(parsing: "count(//*)").number(in: scope).wholeNumber == 2)
    var inside = scope
    inside.node = inner
    #expect(try Formula(parsing: ".").text(in: inside) == "")
    #expect(try Formula(parsing: "../../y").text(in: inside) == "7")
    inside.document.setHidden(group, false)
    #expect(try Formula(parsing: ".").text(in: inside) == "5")
  }

  @Test func subtreesAreCopiedWhole() {
    var source = Document()
    let row = source.appendElement("row", to: .document)
    source.setAttribute("jr:template", "", on: row)
    source.setType(source.appendElement("x", to: row, value: "1"), .integer)
    var target = Document()
    let root = target.appendElement("data", to: .document)
    let copy = target.appendCopy(of: row, in: source, to: root)
    #expect(target.attribute("jr:template", of: copy) == "")
    #expect(target.child(of: copy, named: "x").map { target.type(of: $0) } == .integer)
  }
}
