import TestSupport
import Testing
import XML

@Suite struct XMLRowTests {
  private let source = """
    <r>
      <item><name>a</name><label>A &amp; B</label><tinh>1</tinh></item>
      <item><name>b</name>
        <label></label><tên>đ</tên></item>
    </r>
    """

  private func read(_ bytes: [UInt8], asRows: Bool) -> Result<[XMLElement], XMLProblem> {
    do {
      let root = try XMLElement.read(bytes) { open in asRows && open.count == 1 }
      return .success(root.children)
    } catch {
      return .failure(error)
    }
  }

  /// Elements without what rows do not keep: white space between elements.
  private func plain(_ element: XMLElement) -> XMLElement {
    var copy = element
    copy.content = element.content.compactMap { part in
      switch part {
      case .element(let child): .element(plain(child))
      case .text(let text): element.hasChildren || text.isEmpty ? nil : .text(text)
      case .rows: nil
      }
    }
    return copy
  }

  @Test func plainRowsAreKeptFlat() throws {
    let root = try XMLElement.read(Array(source.utf8)) { $0.count == 1 }
    let rows = try #require(root.rows)
    #expect(rows.names == ["name", "label", "tinh", "tên"])
    #expect(rows.rows.count == 2)
    #expect(rows.cells.map(\.text) == ["a", "A & B", "1", "b", "", "đ"])
    #expect(rows.cells.map(\.position.line) == [2, 2, 2, 3, 4, 4])
  }

  @Test func whateverIsNotPlainIsReadTheGeneralWay() throws {
    for item in ["<item x='1'><name>a</name></item>", "<item><label/></item>", "<item><name><b/></name></item>", "a"] {
      let root = try XMLElement.read(Array("<r>\(item)</r>".utf8)) { $0.count == 1 }
      #expect(root.rows == nil)
    }
  }

  @Test func tooManyElementsAreRefusedInBothWays() {
    for asRows in [true, false] {
      let bytes = Array(source.utf8)
      #expect(throws: XMLProblem.self) {
        try XMLElement.read(bytes, limits: XMLLimits(elements: 8)) { asRows && $0.count == 1 }
      }
      #expect(throws: Never.self) {
        try XMLElement.read(bytes, limits: XMLLimits(elements: 9)) { asRows && $0.count == 1 }
      }
    }
  }

  @Test func rowsAreTheElementsTheyStandFor() {
    var generator = SeededGenerator(test: "XMLRowTests")
    let source = Array(self.source.utf8)
    for _ in 0..<4_000 {
      var bytes = source
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        if Bool.random(using: &generator) {
          bytes[place] = source[Int.random(in: 0..<source.count, using: &generator)]
        } else {
          bytes.remove(at: place)
        }
      }
      let flat = read(bytes, asRows: true).map { $0.map(plain) }
      let general = read(bytes, asRows: false).map { $0.map(plain) }
      #expect(flat == general)
    }
  }
}
