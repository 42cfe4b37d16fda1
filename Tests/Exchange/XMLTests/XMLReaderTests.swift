import Testing
import XML

@Suite struct XMLReaderTests {
  private func events(_ text: String) throws -> [XMLEvent] {
    var reader = try XMLReader(Array(text.utf8))
    var events: [XMLEvent] = []
    while let event = try reader.next() { events.append(event) }
    return events
  }

  private func problem(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) -> XMLProblem? {
    do throws(XMLProblem) {
      _ = try XMLElement.read(bytes, limits: limits)
      return nil
    } catch { return error }
  }

  private func problem(_ text: String) -> XMLProblem? { problem(Array(text.utf8)) }

  @Test func elementsTextAndReferences() throws {
    let found = try events(
      "<?xml version=\"1.0\"?><!-- c --><a x='1 &lt; 2'>Máy &amp; <b/>&#x1F600;<![CDATA[<&>]]></a>\n")
    let a = XMLName("a")
    #expect(
      found == [
        .start(a, [XMLAttribute(XMLName("x"), "1 < 2")]), .text("Máy & "), .start(XMLName("b"), []),
        .end(XMLName("b")), .text("😀<&>"), .end(a),
      ])
  }

  @Test func namespacesAreResolved() throws {
    let root = try XMLElement.read(
      Array("<h:html xmlns:h='urn:h' xmlns='urn:d'><model h:v='1' w='2'/><x xmlns=''/></h:html>".utf8))
    #expect(root.name == XMLName("html", namespace: "urn:h"))
    let model = try #require(root.child("model"))
    #expect(model.name.namespace == "urn:d")
    #expect(model.attribute("v", namespace: "urn:h") == "1")
    #expect(model.attribute("w") == "2")
    #expect(root.child("x")?.name.namespace == "")
  }

  @Test func positionsCountScalars() throws {
    let root = try XMLElement.read(Array("<a>\n  <b>Đá</b><c/>\n</a>".utf8))
    #expect(root.child("b")?.position == XMLPosition(line: 2, column: 3))
    #expect(root.child("c")?.position == XMLPosition(line: 2, column: 12))
  }

  @Test func lineEndsBecomeLF() throws {
    #expect(try XMLElement.read(Array("<a>x\r\ny\rz</a>".utf8)).text == "x\ny\nz")
  }

  @Test(arguments: [
    ("<a></b>", XMLProblemCode.mismatch, 1, 4), ("<a>", .mismatch, 1, 4), ("<a>&x;</a>", .entity, 1, 4),
    ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", .documentType, 1, 1), ("<a b='1' b='2'/>", .duplicateAttribute, 1, 1),
    ("<p:a/>", .prefix, 1, 1), ("", .empty, 1, 1), ("<a/><b/>", .syntax, 1, 5), ("x<a/>", .syntax, 1, 1),
    ("<a b=c/>", .syntax, 1, 4), ("<a>&#0;</a>", .character, 1, 4), ("<a>\u{1}</a>", .character, 1, 4),
    ("<a\n  b='<'/>", .syntax, 2, 6), ("<a>&</a>", .entity, 1, 4), ("<1a/>", .syntax, 1, 2),
    ("<?xml version='1.0' encoding='windows-1258'?><a/>", .encoding, 1, 1), ("<a><!-- </a>", .syntax, 1, 4),
    ("<a>&#xFFFFFFFFFF;</a>", .entity, 1, 4), ("<a", .syntax, 1, 3), ("<", .syntax, 1, 1),
  ])
  func refusals(_ text: String, _ code: XMLProblemCode, _ line: Int, _ column: Int) {
    let found = problem(text)
    #expect(found?.code == code)
    #expect(found?.position == XMLPosition(line: line, column: column))
  }

  @Test func bytesThatAreNotUTF8() {
    #expect(problem([0x3C, 0x61, 0x3E, 0xD0, 0x3C, 0x2F, 0x61, 0x3E])?.code == .invalidUTF8)
    #expect(problem([0xFF, 0xFE, 0x3C, 0x00])?.code == .encoding)
  }

  @Test func limitsHold() {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(problem(deep)?.code == .limit)
    #expect(problem(Array("<a>12345</a>".utf8), limits: XMLLimits(size: 4))?.code == .limit)
    let wide = "<a " + (0..<300).map { "b\($0)='1'" }.joined(separator: " ") + "/>"
    #expect(problem(wide)?.code == .limit)
  }

  @Test func skippingAndTextOfElements() throws {
    var reader = try XMLReader(Array("<a><b>x<c>y</c>z</b><d/><e>1</e></a>".utf8))
    _ = try reader.next()
    _ = try reader.next()
    #expect(try reader.elementText() == "xz")
    _ = try reader.next()
    try reader.skipElement()
    #expect(try reader.next() == .start(XMLName("e"), []))
    #expect(reader.depth == 2)
  }

  @Test func `a document type that declares nothing is passed over`() throws {
    let root = try XMLElement.read(Array("<!DOCTYPE html>\n<html><b/></html>".utf8))
    #expect(root.child("b") != nil)
    for hostile in ["<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>"] {
      #expect(throws: XMLProblem.self) { try XMLElement.read(Array(hostile.utf8)) }
    }
  }
}
