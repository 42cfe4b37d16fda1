import Fieldwork
import Journal
import Protection
import TestSupport
import Testing

@testable import Batches
@testable import Records

/// Batches out of and into protected stores: the office reads them without a key, and their lines are those of the logs.
@Suite struct ProtectedBatchTests {
  private let laptop = Campaign("Máy 1", seed: 1)
  private let office = Campaign("Văn phòng", seed: 2)
  private let options = ImportOptions(now: Campaign.start)

  private func ring(_ campaign: Campaign) throws -> KeyRing {
    try StoreProtection(store: campaign.folder.path + "/store").turnOn(
      passphrase: "mật khẩu dài", device: "a", name: "a", rounds: 16)
  }

  @Test func theOfficeReadsWhatWasSealed() throws {
    let source = try laptop.filled(seal: ring(laptop))
    let folder = try BatchWriter.create(store: source, to: laptop.stick, options: laptop.options).folder
    let files = try Campaign.files(below: folder)
    #expect(Campaign.text(files["records.jsonl"]).contains("0976721391"))
    #expect(files["media/" + Self.photo + ".jpg"] == Array("ảnh xưởng".utf8))
    let store = try office.open()
    let summary = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(summary.new == [Campaign.record, Campaign.second] && summary.report.isWhole)
    let record = try #require(store.snapshot.records[Campaign.record])
    let original = try #require(source.snapshot.records[Campaign.record])
    #expect(record.submission == original.submission && !record.isLocked)
    #expect(record.submission?.version == original.submission?.version)
    #expect(store.verify().isClean)
    // Passed on by the office it is the same batch.
    let again = try BatchWriter.create(store: store, to: office.stick, options: office.options).folder
    #expect(try Campaign.files(below: again)["records.jsonl"] == files["records.jsonl"])
    try store.close()
    try source.close()
  }

  @Test func aFinishedRecordStaysReadableWhenItsSealedLogComes() throws {
    let source = try laptop.open(seal: ring(laptop))
    try source.appendAndWait([.user(name: "Nguyễn Văn An", team: "Đội 1")])
    try source.appendAndWait([.set(record: Campaign.record, field: "/data/ten", value: "x")])
    try Campaign.fill(source, record: Campaign.record, isGroup: false)
    try source.appendAndWait([.set(record: "draft-1", field: "/data/ten", value: "chưa xong")])
    let folder = try BatchWriter.create(store: source, to: laptop.stick, options: laptop.options).folder
    let store = try office.open()
    _ = try BatchImporter.import(path: folder, into: store, options: options)
    _ = try FolderSync(source, with: laptop.stick).run()
    _ = try FolderSync(store, with: laptop.stick).run()
    let original = try #require(source.snapshot.records[Campaign.record])
    for store in [store, try office.open(writes: false)] {
      let record = try #require(store.snapshot.records[Campaign.record])
      #expect(!record.isLocked && record.hasLockedLines && record.hasOnlySubmission)
      #expect(record.submission == original.submission && record.status == .finalised)
      #expect(store.snapshot.history(of: Campaign.record)?.count == original.count)
      #expect(store.snapshot.records["draft-1"]?.isLocked == true)
    }
    var all = office.options
    all.selection = .all
    let again = try BatchWriter.create(store: store, to: office.stick, options: all)
    #expect(again.recordIDs == [Campaign.record])
    // A word about it may be said; what cannot be read is not written over.
    try store.appendAndWait([
      .review(
        Review(record: Campaign.record, verdict: .approve, reviewer: "", time: "", summary: "", comments: []), of: nil)
    ])
    #expect(throws: StoreProblem.lockedRecord(Campaign.record)) {
      try store.appendAndWait([.reopen(record: Campaign.record)])
    }
    try store.close()
    try source.close()
  }

  @Test func aChangedAnswerInAnOpenedLineIsFound() throws {
    let source = try laptop.filled(seal: ring(laptop))
    let folder = try BatchWriter.create(store: source, to: laptop.stick, options: laptop.options).folder
    let text = Campaign.text(try FileSystem.live.contents(of: folder + "/records.jsonl"))
    var changed: [UInt8] = []
    let lines = text.split(separator: "Máy hàn", omittingEmptySubsequences: false).joined(separator: "Máy bào")
    for line in lines.split(separator: "\n") {
      let clear = String(line.dropLast(16))
      let parts = clear.split(separator: ",\"x\":", maxSplits: 1)
      changed += LineEncoder.line(frame: Array(parts[0].utf8), body: Array(parts[1].utf8))
    }
    try FileSystem.live.replace(folder + "/records.jsonl", with: changed)
    let report = BatchReader.verify(path: folder, keys: nil, fileSystem: .live)
    #expect(!report.isWhole)
    try source.close()
  }

  @Test func theKeysOfTheLaptopAreSealedToo() throws {
    let before = KeyStore(directory: laptop.folder.path + "/store/keys")
    let own = try before.create()
    let ring = try ring(laptop)
    let store = try laptop.open(seal: ring)
    let keys = KeyStore(of: store)
    try keys.protect()
    #expect(try keys.own() == own && keys.create() == own)
    #expect(!FileSystem.live.isPresent(keys.directory + "/own.json"))
    let (signature, signer) = try keys.sign([1, 2, 3])
    #expect(signer.isValid(signature, over: [1, 2, 3]))
    ring.lock()
    #expect(throws: BatchProblem.store(.sealed)) { try keys.sign([1]) }
    try store.close()
  }

  @Test func aBatchComesIntoAProtectedStore() throws {
    let source = try laptop.filled()
    let folder = try BatchWriter.create(store: source, to: laptop.stick, options: laptop.options).folder
    let store = try office.open(seal: ring(office))
    let summary = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(summary.new.count == 2 && store.verify().isClean)
    for (path, bytes) in try Campaign.files(below: store.path) where !path.hasPrefix("forms/") {
      #expect(!Campaign.text(bytes).contains("0976721391"), "\(path)")
      #expect(!Campaign.text(bytes).contains("ảnh căn cước"), "\(path)")
    }
    let again = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(again.isUnchanged)
    try source.close()
    try store.close()
  }

  private static let photo = ContentHash(of: Array("ảnh xưởng".utf8)).hex
}
