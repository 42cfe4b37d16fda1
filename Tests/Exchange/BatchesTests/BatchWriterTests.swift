import Media
import CSV
import JSON
import Journal
import Testing

@testable import Batches
@testable import Records

@Suite struct BatchWriterTests {
  private let laptop = Campaign("Máy 1")

  @Test func aBatchHoldsFinishedRecordsVerbatimAndIsWhole() throws {
    let store = try laptop.filled()
    var options = laptop.options
    options.zoneMinutes = 420
    options.audience = "Sở Công Thương"
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    #expect(summary.folder == laptop.stick + "/khaosat-\(store.identity.device)-20261121-1")
    #expect(summary.records == 2 && summary.earlier == 0 && summary.media == 3 && summary.missing.isEmpty)
    let files = try Campaign.files(below: summary.folder)
    #expect(summary.files == files.count)
    let device = store.identity.device
    let log = try Campaign.files(below: store.path + "/data/" + device).values.map(Campaign.text).joined()
    let lines = Campaign.text(files["records.jsonl"]).split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { log.contains($0 + "\n") && $0.contains(#""k":"done""#) })
    let context = Campaign.text(files["context.jsonl"]).split(separator: "\n")
    #expect(context.count == 3 && context.allSatisfy { log.contains($0 + "\n") })
    #expect(files["xml/\(Campaign.record).xml"] != nil && files.keys.filter { $0.hasPrefix("forms/") }.count == 1)
    let report = BatchReader.verify(path: summary.folder, keys: KeyStore(of: store))
    #expect(report.isWhole, "\(report.faults)")
    #expect(report.records == 2 && report.signature.isTrusted)
    let manifest = try #require(report.manifest)
    #expect(manifest.deviceName == "Máy 1" && manifest.user == "Nguyễn Văn An" && manifest.team == "Đội 1")
    #expect(
      manifest.range.count == 1 && manifest.range.first?.device == device && manifest.audience == "Sở Công Thương")
    #expect(manifest.bytes == files["manifest.json"])
    try store.close()
  }

  @Test func theNextBatchTakesOnlyWhatIsNew() throws {
    let store = try laptop.filled()
    let first = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    #expect(store.snapshot.records[Campaign.record]?.isExported == true)
    #expect(store.snapshot.exports.last?.body.payload?["sha256"]?.stringValue == first.manifest)
    #expect(throws: BatchProblem.nothingToExport(earlier: 2)) {
      try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    }
    try Campaign.fill(store, record: "0192b0a0-5b1e-7c3a-9d2e-000000000003")
    let next = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    #expect(next.records == 1 && next.earlier == 2 && next.folder.hasSuffix("-2"))
    var all = laptop.options
    all.selection = .all
    #expect(try BatchWriter.create(store: store, to: laptop.stick, options: all).records == 3)
    try store.appendAndWait([.reopen(record: Campaign.record)])
    #expect(try BatchWriter.create(store: store, to: laptop.stick, options: all).records == 2)
    try store.close()
    // What was exported is known again after a restart.
    let again = try laptop.open()
    #expect(again.snapshot.records[Campaign.second]?.isExported == true)
    try again.close()
  }

  @Test func tablesFollowTheForm() throws {
    let store = try laptop.filled()
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    let files = try Campaign.files(below: summary.folder)
    let root = try CSVReader.readAll(try #require(files["csv/co_so.csv"])).map(\.fields)
    #expect(
      root[0] == [
        "SubmissionDate", "ten", "lien_he-dien_thoai", "lien_he-duoi", "lien_he-ghi_chu", "gps-Latitude",
        "gps-Longitude", "gps-Altitude", "gps-Accuracy", "loai", "gia", "anh", "anh_cccd",
        "lien_he-dien_thoai:missing", "gia:warning", "ten:note", "lien_he-dien_thoai:note", "meta-instanceID",
        "meta-instanceName", "KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected",
        "Status", "ReviewState", "DeviceID", "Edits", "FormVersion",
      ])
    func cell(_ name: String) throws -> String { root[1][try #require(root[0].firstIndex(of: name))] }
    #expect(try cell("ten") == "Cơ khí, \"Kép\" 1" && cell("gps-Longitude") == "106.2960" && cell("loai") == "a b")
    #expect(try cell("gia:warning") == "giá năm trước" && cell("KEY") == "uuid:" + Campaign.record)
    #expect(try cell("SubmitterName") == "Nguyễn Văn An" && cell("AttachmentsPresent") == "2" && cell("Edits") == "0")
    #expect(try cell("meta-instanceName") == "Cơ khí, \"Kép\" 1")
    let machines = try CSVReader.readAll(try #require(files["csv/co_so-may.csv"])).map(\.fields)
    #expect(machines[0] == ["ten_may", "nguoi", "ten_may:missing", "PARENT_KEY", "KEY"])
    #expect(
      machines[2] == [
        "Máy hàn", "Lê Thị Cúc", "dk", "uuid:" + Campaign.record, "uuid:" + Campaign.record + "/may[2]",
      ])
    // What a spreadsheet would run is text.
    #expect(machines[1][0] == "'=Máy tiện")
    let parts = try CSVReader.readAll(try #require(files["csv/co_so-bo_phan.csv"])).map(\.fields)
    #expect(parts.count == 5 && parts[2][0] == "'-1+2")
    #expect(parts[2][2] == "uuid:" + Campaign.record + "/may[1]/bo_phan[2]" && parts[2][1].hasSuffix("/may[1]"))
    try store.close()
  }

  @Test func withoutTheFormColumnsComeFromTheAnswers() throws {
    let store = try laptop.filled()
    var options = laptop.options
    options.formLookup = { _ in nil }
    options.signs = false
    options.byteOrderMark = false
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    let files = try Campaign.files(below: summary.folder)
    #expect(Campaign.text(files["csv/co_so.csv"]).hasPrefix("SubmissionDate,ten,lien_he-dien_thoai,"))
    #expect(files["csv/co_so-may.csv"] != nil && files["manifest.sig"] == nil && summary.signer == nil)
    let report = BatchReader.verify(path: summary.folder, keys: nil)
    #expect(report.isWhole && report.signature == .unsigned)
    options.includesPersonal = false
    #expect(throws: BatchProblem.formMissing(record: Campaign.record, form: "co_so")) {
      options.selection = .all
      _ = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    }
    try store.close()
  }

  @Test func whatTheStoreLacksIsSaid() throws {
    let store = try laptop.filled()
    let photo = try #require(try store.media.names().first { $0.fileExtension == "jpg" })
    try FileSystem.live.unlink(store.media.path(of: photo))
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    #expect(summary.missing == [photo.fileName])
    let report = BatchReader.verify(path: summary.folder, keys: nil)
    #expect(report.isWhole && report.manifest?.missing == [photo.fileName])
    try store.close()
  }

  @Test func aSharedBatchIsAnExtract() throws {
    let store = try laptop.filled()
    var options = laptop.options
    options.includesPersonal = false
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    let files = try Campaign.files(below: summary.folder)
    for (name, bytes) in files where !name.hasPrefix("forms/") {
      let text = Campaign.text(bytes)
      for secret in ["0976721391", "1391", "Đỗ Văn Giang", "Lê Thị Cúc", "con gái", "căn cước \(Campaign.record)"] {
        #expect(!text.contains(secret), "\(secret) in \(name)")
      }
    }
    let lines = BatchLines(try #require(files["records.jsonl"]), file: "").lines
    #expect(lines.count == 2 && lines.allSatisfy { $0.kind == "shared" })
    let removed = lines[0].payload["removed"]?.arrayValue?.compactMap(\.stringValue) ?? []
    #expect(
      removed == [
        "/data/lien_he/dien_thoai", "/data/lien_he/duoi", "/data/lien_he/ghi_chu", "/data/may[1]/nguoi",
        "/data/may[2]/nguoi", "/data/anh_cccd",
      ])
    #expect(Campaign.text(files["records.jsonl"]).contains("Máy tiện"))
    #expect(!files.keys.contains { $0.hasPrefix("xml/") } && summary.media == 1)
    #expect(BatchReader.verify(path: summary.folder, keys: nil).isWhole)
    // The office still waits for the whole batch.
    #expect(store.snapshot.records[Campaign.record]?.isExported == false)
    #expect(throws: BatchProblem.sharedExtract(path: summary.folder)) {
      try BatchImporter.import(
        path: summary.folder, into: store, options: ImportOptions(now: Campaign.start))
    }
    try store.close()
  }
}
