import Expressions
import FormFiles
import Forms
import Testing

@Suite struct DataDocumentsTests {
  private func values(_ document: Document, _ path: [String]) -> [String] {
    guard let root = document.root else { return [] }
    var nodes = [root]
    for step in path { nodes = nodes.flatMap { document.children(of: $0, named: step) } }
    return nodes.map { document.value(of: $0) }
  }

  @Test func csvColumnsBecomeChildren() throws {
    let document = try CSVDocuments.document(Array("name,label,x y\n1,Một,\n2,Ha\u{300}\n".utf8), fileName: "a.csv")
    #expect(values(document, ["item", "name"]) == ["1", "2"])
    #expect(values(document, ["item", "label"]) == ["Một", "Hà"])
    #expect(values(document, ["item", "x y"]) == ["", ""])
  }

  @Test(arguments: [("", 1), ("a,a\n", 1), ("a,b\n1,2,3\n", 2), ("ab,c\n1,2\n3,\"x\n", 3)])
  func csvProblemsNameTheLine(_ text: String, _ line: Int) {
    do throws(FormFileProblem) {
      _ = try CSVDocuments.document(Array(text.utf8), fileName: "a.csv")
      Issue.record("accepted")
    } catch {
      #expect(error.code == .csv)
      #expect(error.position.file == "a.csv")
      #expect(error.position.line == line)
    }
  }

  @Test func listsBeyondTheLimitAreRefused() {
    func refusal(_ read: () throws(FormFileProblem) -> Document) -> FormFileProblem? {
      do throws(FormFileProblem) {
        _ = try read()
        return nil
      } catch { return error }
    }
    let csv = Array(("name,label\n" + String(repeating: "a,b\n", count: 40)).utf8)
    func table(_ limit: Int) throws(FormFileProblem) -> Document {
      try CSVDocuments.document(csv, fileName: "a.csv", nodeLimit: limit)
    }
    #expect(refusal { () throws(FormFileProblem) in try table(200) } == nil)
    #expect(refusal { () throws(FormFileProblem) in try table(100) }?.arguments == ["csv-limit", "rows", "32"])
    let xml = Array(("<a>" + String(repeating: "<b/>", count: 40) + "</a>").utf8)
    let problem = refusal { () throws(FormFileProblem) in try XMLDocuments.document(xml, nodeLimit: 20) }
    #expect(problem?.arguments == ["xml-limit", "elements", "20"])
  }

  @Test func xmlKeepsTextAndAttributes() throws {
    let document = try XMLDocuments.document(Array("<a x='1'><b> y </b><c/><d><e>z</e></d></a>".utf8))
    #expect(values(document, ["b"]) == [" y "])
    #expect(values(document, ["d", "e"]) == ["z"])
    let root = try #require(document.root)
    #expect(document.attribute("x", of: root) == "1")
  }

  @Test func geoJSONFeaturesBecomeItems() throws {
    let text = """
      {"type":"FeatureCollection","features":[{"type":"Feature","id":7,"properties":{"title":"Chợ","id":"x"},
      "geometry":{"type":"Point","coordinates":[105.8,21.02]}},{"type":"Feature","properties":{"id":"y"},
      "geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}}]}
      """
    let document = try GeoJSONDocuments.document(Array(text.utf8), fileName: "a.geojson")
    #expect(values(document, ["item", "id"]) == ["7", "y"])
    #expect(values(document, ["item", "geometry"]) == ["21.02 105.8 0 0", "2 1 0 0; 4 3 0 0"])
    #expect(values(document, ["item", "title"]) == ["Chợ"])
  }
}
