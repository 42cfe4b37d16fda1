import Expressions
import FormFiles
import Forms
import JSON
import Responses
import SubmissionXML
import Testing
import XML

@Suite struct SubmissionXMLTests {
  private static let form = """
    form_id: thu
    version: "7"
    instance_name: concat('Phiếu ', ${ten})
    survey:
      - { type: text, name: ten, label: Tên, missing: [dk] }
      - { type: geopoint, name: cho, label: Chỗ }
      - type: group
        name: g
        relevant: ${ten} != 'x'
        children:
          - { type: text, name: a, label: A, personal: yes }
          - type: repeat
            name: may
            label: Máy
            children:
              - { type: decimal, name: gia, label: Giá, warning: . > 5 }
              - { type: text, name: bi, label: B, relevant: ../gia > 1, save_to: bi }
      - { type: note, name: n, label: N }
    entities:
      - { list_name: may_moc, label: "${bi}", repeat: "${may}" }
    """

  private let moment = Moment(milliseconds: 1_795_000_000_000, zone: .fixed(minutes: 420), seed: 1, deviceID: "d")

  private func response() throws -> Response {
    let loaded = try FormFiles.load(Array(Self.form.utf8), format: .yaml, fileName: "form.yaml")
    let checked = CheckedForm.check(loaded.definition)
    let form = try #require(checked.form, "\(checked.problems)")
    var response = Response(form: form, instanceID: "uuid:1", opened: moment)
    for (path, value) in [("/data/ten", "Cơ <sở> & \"1\""), ("/data/g/may[1]/gia", "3"), ("/data/g/may[1]/bi", "M1")] {
      let field = try #require(response.fieldPath(path))
      #expect(response.apply(.set(field, value), at: moment) == .ok)
    }
    return response
  }

  @Test func theWholeSubmission() throws {
    let bytes = SubmissionXML.bytes(of: try response(), instanceID: "uuid:2", deprecatedID: "uuid:1")
    let text = String(decoding: bytes, as: UTF8.self)
    let root = try XMLElement.read(bytes)
    #expect(root.attribute("id") == "thu")
    #expect(root.attribute("version") == "7")
    #expect(root.children.map(\.name.local) == ["ten", "cho", "g", "n", "meta"])
    #expect(text.contains("<ten>Cơ &lt;sở&gt; &amp; \"1\"</ten><cho/>"))
    let meta = try #require(root.child("meta"))
    #expect(meta.name.namespace == "http://openrosa.org/xforms")
    #expect(meta.children.map(\.name.local) == ["instanceID", "instanceName", "deprecatedID"])
    #expect(meta.child("instanceID")?.text == "uuid:2")
    #expect(meta.child("instanceName")?.text == "Phiếu Cơ <sở> & \"1\"")
    let row = try #require(root.child("g")?.child("may"))
    #expect(row.children.map(\.name.local) == ["gia", "bi", "meta"])
    let entity = try #require(row.child("meta")?.child("entity"))
    #expect(entity.attribute("dataset") == "may_moc")
    #expect(entity.attribute("create") == "1")
    #expect(entity.child("label")?.text == "M1")
  }

  @Test func irrelevantNodesAreAbsent() throws {
    var response = try response()
    let name = try #require(response.fieldPath("/data/ten"))
    _ = response.apply(.set(name, "x"), at: moment)
    let root = try XMLElement.read(SubmissionXML.bytes(of: response))
    #expect(root.children.map(\.name.local) == ["ten", "cho", "n", "meta"])
  }

  @Test func remarksTravelInTheirOwnNamespace() throws {
    var response = try response()
    let name = try #require(response.fieldPath("/data/ten"))
    _ = response.apply(.missing(name, reason: "dk"), at: moment)
    _ = response.apply(.note(name, "hỏi <lại>"), at: moment)
    let price = try #require(response.fieldPath("/data/g/may[1]/gia"))
    _ = response.apply(.confirmWarning(price, reason: "đúng"), at: moment)
    let root = try XMLElement.read(SubmissionXML.bytes(of: response))
    let remarks = try #require(root.child("meta")?.child("remarks"))
    #expect(remarks.name.namespace == "urn:khaosat:xforms")
    #expect(remarks.children.map { $0.attribute("ref") } == ["/data/ten", "/data/g/may[1]/gia"])
    #expect(remarks.children.map { $0.attribute("missing") } == ["dk", nil])
    #expect(remarks.children[0].text == "hỏi <lại>")
    #expect(remarks.children[1].attribute("warning") == "đúng")
  }

  @Test func theSameAnswersGiveTheSameBytes() throws {
    #expect(SubmissionXML.bytes(of: try response()) == SubmissionXML.bytes(of: try response()))
  }
}
