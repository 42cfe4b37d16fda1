import Expressions
import FormFiles
import Forms
import Responses
import SubmissionXML
import Testing

/// `instance::x` columns: attributes of elements.
@Suite struct ElementAttributeTests {
  private static let form = """
    form_id: thu
    survey:
      - { type: text, name: q, label: Q, "instance::y": 'z & "1"' }
      - type: group
        name: g
        label: G
        "instance::k": gg
        children:
          - { type: integer, name: a, label: A, default: "5", "instance::y": "1" }
      - type: repeat
        name: r
        label: R
        "instance::y": rr
        children:
          - { type: text, name: b, label: B, "instance::y": bb }
    """

  private func definition() throws -> FormDefinition {
    let loaded = try FormFiles.load(Array(Self.form.utf8), format: .yaml, fileName: "form.yaml")
    #expect(loaded.problems == [])
    return loaded.definition
  }

  @Test func submissionsCarryThem() throws {
    let form = try #require(CheckedForm.check(try definition()).form)
    let moment = Moment(milliseconds: 1_795_000_000_000, zone: .fixed(minutes: 420), seed: 1, deviceID: "d")
    let response = Response(form: form, instanceID: "uuid:1", opened: moment)
    let bytes = SubmissionXML.bytes(of: response, instanceID: "uuid:1")
    let xml = String(decoding: bytes, as: UTF8.self)
    for piece in [
      "<q y=\"z &amp; &quot;1&quot;\"/>", "<g k=\"gg\"><a y=\"1\">5</a></g>", "<r y=\"rr\"><b y=\"bb\"/></r>",
    ] { #expect(xml.contains(piece), "\(xml)") }
  }

  @Test(arguments: FormFiles.Format.allCases)
  func formsKeepThem(format: FormFiles.Format) throws {
    let trip = try RoundTrip(try definition(), through: format)
    #expect(trip.back.nodes.map(\.attributes) == trip.original.nodes.map(\.attributes))
    #expect(trip.original.nodes.contains { $0.attributes.count == 1 })
    trip.expectTheSame()
  }

  @Test(arguments: [FormFiles.Format.xml, .xlsx])
  func labelsOfChoicesKeepWhatTheyReferTo(format: FormFiles.Format) throws {
    let yaml = """
      form_id: thu
      choices:
        l:
          - { name: x, label: "Một ${b}, hai" }
          - { name: y, label: Ba }
      survey:
        - { type: text, name: b, label: B }
        - { type: select_one l, name: s, label: S }
      """
    let loaded = try FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "form.yaml")
    let trip = try RoundTrip(loaded.definition, through: format)
    if format == .xml {
      let xml = String(decoding: trip.export.bytes, as: UTF8.self)
      #expect(xml.contains("<value>Một <output value=\"/data/b\"/>, hai</value>"), "\(xml)")
    }
    trip.expectTheSame()
  }
}
