import Fieldwork
import JSON
import Journal
import TestSupport
import Testing

@testable import Batches
@testable import Records

@Suite struct BatchImportTests {
  private let laptop = Campaign("Máy 1", seed: 1)
  private let office = Campaign("Văn phòng", seed: 2)
  private let options = ImportOptions(now: Campaign.start)

  private func batch() throws -> (folder: String, source: Store) {
    let store = try laptop.filled()
    return (try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options).folder, store)
  }

  @Test func theOfficeHasWhatTheLaptopFroze() throws {
    let (folder, source) = try batch()
    let before = try Campaign.files(below: folder)
    let store = try office.open()
    let summary = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(summary.new == [Campaign.record, Campaign.second] && summary.known == 0)
    #expect(summary.media == 5 && summary.forms == 1 && summary.report.isWhole)
    let record = try #require(store.snapshot.records[Campaign.record])
    let original = try #require(source.snapshot.records[Campaign.record])
    #expect(record.submission == original.submission && record.status == .finalised)
    #expect(record.hasOnlySubmission && record.submission?.label == "Cơ khí, \"Kép\" 1")
    #expect(record.form == "co_so" && record.formHash == original.formHash && record.visit == "CS-001")
    #expect(
      record.submission.map { store.snapshot.author(of: record.events[record.lastDone ?? 0]) + $0.instance }
        == "Nguyễn Văn An" + "uuid:" + Campaign.record)
    #expect(store.snapshot.records["draft-1"] == nil && store.snapshot.imports.count == 1)
    #expect(store.verify().isClean, "\(store.verify())")
    #expect(try Campaign.files(below: folder) == before)
    try store.close()
    // Folded from the files it is the same.
    let again = try office.open(writes: false)
    #expect(again.snapshot.stateHash == store.snapshot.stateHash && again.snapshot.damaged.isEmpty)
    try source.close()
  }

  @Test func takingItTwiceChangesNothing() throws {
    let (folder, source) = try batch()
    let store = try office.open()
    _ = try BatchImporter.import(path: folder, into: store, options: options)
    let before = try Campaign.files(below: store.path)
    let again = try BatchImporter.import(path: folder + "/", into: store, options: options)
    #expect(again.isUnchanged && again.known == 2 && again.new.isEmpty)
    #expect(try Campaign.files(below: store.path) == before)
    // A later batch that holds old records too brings only what is new.
    try Campaign.fill(source, record: "r-3")
    var all = laptop.options
    all.selection = .all
    let next = try BatchWriter.create(store: source, to: laptop.stick, options: all)
    let more = try BatchImporter.import(path: next.folder, into: store, options: options)
    #expect(more.new == ["r-3"] && more.known == 2)
    try store.close()
    try source.close()
  }

  @Test func theOfficePassesItOnUnchanged() throws {
    let (folder, source) = try batch()
    let store = try office.open()
    _ = try BatchImporter.import(path: folder, into: store, options: options)
    let passed = try BatchWriter.create(store: store, to: office.stick, options: office.options)
    let (first, second) = (try Campaign.files(below: folder), try Campaign.files(below: passed.folder))
    for (name, content) in first where !["manifest.json", "manifest.sig", "SHA256SUMS"].contains(name) {
      #expect(second[name] == content, "\(name)")
    }
    #expect(first.count == second.count)
    #expect(BatchReader.verify(path: passed.folder, keys: nil).manifest?.device == store.identity.device)
    // The laptop knows its own lines.
    #expect(try BatchImporter.import(path: passed.folder, into: source, options: options).isUnchanged)
    try store.close()
    try source.close()
  }

  @Test func theWholeLogMayComeBeforeOrAfter() throws {
    let (folder, source) = try batch()
    try source.close()
    var hashes: Set<String> = []
    for batchFirst in [true, false] {
      let other = Campaign("Văn phòng", seed: 3)
      func logs() throws {
        for (name, content) in try Campaign.files(below: laptop.folder.path + "/store/data") {
          let path = other.folder.path + "/store/peers/" + name
          try FileSystem.live.makeDirectories(FileSystem.parent(of: path))
          try FileSystem.live.replace(path, with: content)
        }
      }
      if !batchFirst { try logs() }
      let store = try other.open()
      let summary = try BatchImporter.import(path: folder, into: store, options: options)
      #expect(summary.new.count == (batchFirst ? 2 : 0))
      try store.close()
      if batchFirst { try logs() }
      let again = try other.open(writes: false)
      #expect(again.snapshot.records["draft-1"] != nil && again.snapshot.records.count == 3)
      #expect(again.verify().isClean && again.snapshot.forks.isEmpty)
      let records = again.snapshot.records.values.sorted { $0.id < $1.id }
      hashes.insert(records.map { "\($0.id) \($0.status) \($0.events.map(\.hash.hex)) \($0.formHash)" }.joined())
    }
    #expect(hashes.count == 1)
  }

  @Test func validPartsOfADamagedBatchAreTaken() throws {
    let (folder, source) = try batch()
    try source.close()
    let path = folder + "/records.jsonl"
    var content = try FileSystem.live.contents(of: path)
    content[content.count / 4] ^= 1
    try FileSystem.live.replace(path, with: content)
    for name in ["manifest.json", "context.jsonl", "SHA256SUMS"] { try FileSystem.live.unlink(folder + "/" + name) }
    let photo = try #require(try FileSystem.live.list(folder + "/media").first).name
    try FileSystem.live.replace(folder + "/media/" + photo, with: [0])
    let store = try office.open()
    let summary = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(summary.new == [Campaign.second] && !summary.report.isWhole)
    // The submission tells the form when the line that opened the record is lost.
    #expect(store.snapshot.records[Campaign.second]?.form == "co_so")
    #expect(store.snapshot.records[Campaign.second]?.status == .finalised && summary.media == 3)
    // The photograph that was damaged is named by the record, and is not here.
    let report = store.verify()
    #expect(report.damaged.map(\.kind) == [.mediaMissing] && report.damaged.first?.file == "media/" + photo)
    #expect(report.damaged.first?.record == Campaign.second && report.gaps.isEmpty && report.forks.isEmpty)
    try store.close()
  }

  @Test func halfFoldersAndOtherFoldersAreIgnored() throws {
    let (folder, source) = try batch()
    try FileSystem.live.rename(folder, folder + ".part")
    #expect(throws: BatchProblem.notABatch(path: folder + ".part")) {
      try BatchImporter.import(path: folder + ".part", into: source, options: options)
    }
    #expect(throws: BatchProblem.notABatch(path: laptop.stick)) {
      try BatchImporter.import(path: laptop.stick, into: source, options: options)
    }
    try source.close()
    let reader = try laptop.open(writes: false)
    #expect(throws: BatchProblem.store(.readOnly)) {
      try BatchImporter.import(path: folder, into: reader, options: options)
    }
  }

  @Test func aRestoredBackupTakesItsOwnBatchInANewEpoch() throws {
    let first = try laptop.open()
    try first.close()
    let backup = try Campaign.files(below: laptop.folder.path + "/store")
    let store = try laptop.filled()
    let folder = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options).folder
    try store.close()
    let restored = Campaign("Máy 1", seed: 9)
    for (name, content) in backup {
      let path = restored.folder.path + "/store/" + name
      try FileSystem.live.makeDirectories(FileSystem.parent(of: path))
      try FileSystem.live.replace(path, with: content)
    }
    let again = try restored.open()
    let epoch = again.identity.epoch
    #expect(try BatchImporter.import(path: folder, into: again, options: options).new.count == 2)
    #expect(again.identity.epoch != epoch && again.snapshot.forks.isEmpty)
    try again.appendAndWait([.reopen(record: Campaign.record)])
    try again.close()
    let reopened = try restored.open(writes: false)
    #expect(reopened.snapshot.records[Campaign.record]?.status == .draft && reopened.snapshot.forks.isEmpty)
  }

  @Test func damageAmongReceivedLinesIsNamed() throws {
    let (folder, source) = try batch()
    try source.close()
    let store = try office.open()
    _ = try BatchImporter.import(path: folder, into: store, options: options)
    try store.close()
    let directory = office.folder.path + "/store/received"
    let name = try #require(try FileSystem.live.list(directory).first).name
    let content = try FileSystem.live.contents(of: directory + "/" + name)
    for cut in [content.count / 2, content.count - 1, (content.firstIndex(of: 0x0A) ?? 0) + 1] {
      try FileSystem.live.replace(directory + "/" + name, with: Array(content[..<cut]))
      let damaged = try office.open(writes: false)
      #expect(damaged.verify().damaged.contains { $0.file == "received/" + name && $0.kind == .seal })
    }
    try FileSystem.live.replace(directory + "/" + name, with: content)
    #expect(try office.open(writes: false).verify().isClean)
  }
}
