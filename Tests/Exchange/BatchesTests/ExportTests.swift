import JSON
import Journal
import Testing

@testable import Batches
@testable import Records

@Suite struct ExportTests {
  private let laptop = Campaign("Máy 1")

  @Test func everyFormatIsWritten() throws {
    let store = try laptop.filled()
    var options = laptop.options
    options.selection = .all
    let result = try Export.write(
      store: store, to: laptop.stick, formats: Set(ExportFormat.allCases), options: options)
    let files = try Campaign.files(below: laptop.stick)
    #expect(Set(result.files) == Set(files.keys) && result.recordIDs.count == 2)
    #expect(
      Set(files.keys) == [
        "co_so.csv", "co_so-may.csv", "co_so-bo_phan.csv", "co_so.xlsx", "co_so.jsonl", "co_so.geojson",
        "co_so-xml/\(Campaign.record).xml", "co_so-xml/\(Campaign.second).xml",
      ])
    let lines = BatchLines(try #require(files["co_so.jsonl"]), file: "").lines
    #expect(lines.map(\.kind) == ["done", "done"] && lines.map(\.record) == [Campaign.record, Campaign.second])
    let features = try JSONValue(parsing: try #require(files["co_so.geojson"]))
    let feature = try #require(features["features"]?[0])
    #expect(feature["geometry"] == ["type": "Point", "coordinates": [.number("106.2960"), .number("21.4148"), 12]])
    #expect(feature["properties"]?["lien_he-dien_thoai"] == "0976721391")
    // All is only looked at.
    #expect(store.snapshot.exports.isEmpty)
    // Again over what is there.
    _ = try Export.write(store: store, to: laptop.stick, formats: [.csv], options: options)
    #expect(try Campaign.files(below: laptop.stick) == files)
    try store.close()
  }

  @Test func newOnesAreNoted() throws {
    let store = try laptop.filled()
    let result = try Export.write(store: store, to: laptop.stick, formats: [.csv, .jsonl], options: laptop.options)
    #expect(result.recordIDs.count == 2)
    #expect(store.snapshot.exports.last?.body.payload?["formats"] == ["csv", "jsonl"])
    #expect(throws: BatchProblem.nothingToExport(earlier: 2)) {
      try Export.write(store: store, to: laptop.stick, formats: [.csv], options: laptop.options)
    }
    var other = laptop.options
    other.selection = .all
    other.form = "hau_kiem"
    #expect(throws: BatchProblem.nothingToExport(earlier: 0)) {
      try Export.write(store: store, to: laptop.stick, formats: [.csv], options: other)
    }
    try store.close()
  }

  @Test func sharedFilesHoldNothingPersonal() throws {
    let store = try laptop.filled()
    var options = laptop.options
    options.selection = .all
    options.includesPersonal = false
    let result = try Export.write(
      store: store, to: laptop.stick, formats: Set(ExportFormat.allCases), options: options)
    #expect(!result.files.contains { $0.hasSuffix(".xml") })
    for (name, bytes) in try Campaign.files(below: laptop.stick) {
      for secret in ["0976721391", "Giang", "Cúc", "con gái"] {
        #expect(!Campaign.text(bytes).contains(secret), "\(name)")
      }
    }
    try store.close()
  }

  @Test func placesBecomeGeometries() {
    #expect(Geometry.json(of: "10.5 106 0 0") == ["type": "Point", "coordinates": [106, .number("10.5")]])
    #expect(Geometry.json(of: "1 2;3 4")?["type"] == "LineString")
    #expect(Geometry.json(of: "1 2 0 0; 3 4 0 0; 5 6 0 0; 1 2 0 0")?["type"] == "Polygon")
    for bad in ["", "1", "91 0", "0 181", "a b", "1 2 3 4 5", "nan 2", "1 2;x"] {
      #expect(Geometry.json(of: bad) == nil)
    }
  }
}
