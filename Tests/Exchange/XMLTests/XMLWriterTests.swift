import TestSupport
import Testing
import XML

@Suite struct XMLWriterTests {
  @Test func escapesWhatMustBe() {
    var writer = XMLWriter(declaration: false)
    writer.start("a", [("x", "\"<>&\n\t'")])
    writer.text("1 < 2 & \"3\" > \u{1}\r")
    writer.element("b")
    writer.end()
    #expect(
      writer.string
        == "<a x=\"&quot;&lt;&gt;&amp;&#10;&#9;'\">1 &lt; 2 &amp; \"3\" &gt; \u{FFFD}&#13;<b/></a>")
  }

  @Test func whatIsWrittenReadsBack() throws {
    var generator = SeededGenerator(test: "XMLWriterTests")
    for _ in 0..<500 {
      let element = randomElement(&generator, depth: 0)
      var writer = XMLWriter()
      writer.tree(element)
      let back = try XMLElement.read(writer.bytes)
      #expect(plain(back) == plain(element))
    }
  }

  /// The tree without positions, adjacent text joined.
  private func plain(_ element: XMLElement) -> XMLElement {
    var copy = XMLElement(element.name, attributes: element.attributes)
    for part in element.content {
      switch part {
      case .element(let child): copy.content.append(.element(plain(child)))
      case .text(let text):
        if case .text(let before)? = copy.content.last {
          copy.content[copy.content.count - 1] = .text(before + text)
        } else if !text.isEmpty {
          copy.content.append(.text(text))
        }
      case .rows(let rows): copy.content += rows.elements.map { .element(plain($0)) }
      }
    }
    return copy
  }

  private func randomElement(_ generator: inout SeededGenerator, depth: Int) -> XMLElement {
    var element = XMLElement(XMLName(["a", "tên", "x-1"].randomElement(using: &generator) ?? "a"))
    if Bool.random(using: &generator) { element.attributes = [XMLAttribute(XMLName("k"), randomText(&generator))] }
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      if depth < 4 && Bool.random(using: &generator) {
        element.content.append(.element(randomElement(&generator, depth: depth + 1)))
      } else {
        element.content.append(.text(randomText(&generator)))
      }
    }
    return element
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let alphabet: [Character] = ["a", "<", ">", "&", "\"", "'", "\n", "\t", "\r", "ế", "]", "😀", " ", ";", "#"]
    return String(
      (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in alphabet.randomElement(using: &generator) })
  }
}
