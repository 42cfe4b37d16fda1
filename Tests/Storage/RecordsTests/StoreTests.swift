import Fieldwork
import Glibc
import JSON
import Journal
import Synchronization
import TestSupport
import Testing

@testable import Records

@Suite struct StoreTests {
  private let laptop = Laptop("Máy 1", seed: 1)

  @Test func whatWasWrittenIsThereAgain() throws {
    let store = try laptop.open()
    try store.appendAndWait([
      .user(name: "Nguyễn Thị Bình", team: "Tổ 2"), Sample.visit("CS-001"), Sample.open(), Sample.set("ten", "Cơ sở 1"),
      Sample.set("ten", "Cơ sở 2"), .note(record: Sample.record, field: "/data/ten", text: "biển hiệu ghi khác"),
      .checkpoint(
        record: Sample.record, place: "/data/gia", text: "1,2", cursor: 3, label: "Cơ sở 2", errors: 2, warnings: 1),
    ])
    let hash = store.snapshot.stateHash
    try store.close()
    let again = try laptop.open()
    #expect(again.snapshot.stateHash == hash)
    #expect(again.notices.isEmpty)
    let record = try #require(again.snapshot.records[Sample.record])
    #expect(record.form == "khao_sat_co_so" && record.visit == "CS-001" && record.status == .draft)
    #expect(record.fields.fields["/data/ten"]?.value == "Cơ sở 2")
    #expect(record.fields.fields["/data/ten"]?.leaves.count == 1)
    #expect(record.place?.field == "/data/gia" && record.place?.text == "1,2" && record.place?.cursor == 3)
    #expect(record.summary.label == "Cơ sở 2" && record.summary.errors == 2)
    let note = try #require(record.notes(author: again.snapshot.author).first)
    #expect(note.author == "Nguyễn Thị Bình" && note.text == "biển hiệu ghi khác")
    #expect(again.snapshot.recordsByVisit == ["CS-001": [Sample.record]])
    #expect(again.snapshot.devices[again.identity.device]?.name == "Máy 1")
  }

  @Test func halfTypedTextIsStaleOnceTheFieldIsAnswered() throws {
    let store = try laptop.open()
    try store.appendAndWait([
      Sample.open(),
      .checkpoint(record: Sample.record, place: "/data/gia", text: "1,2", label: "", errors: 0, warnings: 0),
      Sample.set("gia", "12"),
    ])
    #expect(store.snapshot.records[Sample.record]?.place?.field == "/data/gia")
    #expect(store.snapshot.records[Sample.record]?.place?.text == nil)
  }

  @Test func theSecondProcessReads() throws {
    let store = try laptop.open()
    try store.appendAndWait([Sample.open()])
    let second = try laptop.open()
    #expect(second.isReadOnly && second.notices == [.locked])
    #expect(second.snapshot.records.count == 1)
    #expect(throws: StoreProblem.readOnly) { try second.appendAndWait([Sample.set("a", "b")]) }
    let reader = try laptop.open(writes: false)
    #expect(reader.isReadOnly && reader.notices.isEmpty)
    try store.close()
  }

  @Test func readingAStoreThatIsNotThereMakesNothing() throws {
    let folder = TemporaryFolder()
    let store = try Store.open(at: folder.path + "/none", options: laptop.options(writes: false))
    #expect(store.snapshot.records.isEmpty)
    #expect(try FileSystem.live.list(folder.path).isEmpty)
  }

  @Test func statusFollowsTheEvents() throws {
    let store = try laptop.open()
    func status() -> RecordStatus? { store.snapshot.records[Sample.record]?.status }
    try store.appendAndWait([Sample.open(), Sample.set("a", "1")])
    #expect(status() == .draft)
    let done = try store.appendAndWait([Sample.done()])[0]
    #expect(status() == .finalised)
    #expect(store.snapshot.records[Sample.record]?.summary.label == "Cơ sở \"A\"")
    #expect(store.snapshot.records[Sample.record]?.submission?.submission["ten"] == "Cơ sở")
    #expect(store.snapshot.records[Sample.record]?.isExported == false)
    try store.appendAndWait([
      .export(batch: "b1", to: "/media/usb", formats: ["csv"], lines: [(record: Sample.record, done: done.hash)])
    ])
    #expect(store.snapshot.records[Sample.record]?.isExported == true)
    let review = Review(
      record: Sample.record, verdict: .returnForCorrection, reviewer: "", time: "", summary: "xem lại",
      comments: [Review.Comment(field: "/data/a", text: "quá thấp")])
    try store.appendAndWait([.review(review, of: done.hash)])
    #expect(status() == .returned)
    #expect(store.snapshot.records[Sample.record]?.reviews { _ in "TN" }.first?.comments == review.comments)
    try store.appendAndWait([Sample.set("a", "2"), Sample.done(revision: 2)])
    #expect(status() == .finalised)
    #expect(store.snapshot.records[Sample.record]?.isExported == false)
    // A word about the first revision does not touch the second.
    try store.appendAndWait([.review(review, of: done.hash)])
    #expect(status() == .finalised)
    try store.appendAndWait([Sample.set("a", "3")])
    #expect(store.snapshot.records[Sample.record]?.isChangedAfterDone == true)
    try store.appendAndWait([.reopen(record: Sample.record)])
    #expect(status() == .draft)
    try store.appendAndWait([.void(record: Sample.record, reason: "trùng")])
    #expect(status() == .void)
    let hash = store.snapshot.stateHash
    try store.close()
    #expect(try laptop.open(writes: false).snapshot.stateHash == hash)
  }

  @Test func visitsChangeKeyByKey() throws {
    let store = try laptop.open()
    try store.appendAndWait([
      Sample.visit("CS-001"), .visit("CS-001", status: .done), .visit("CS-001", changes: ["telephone": "0912345678"]),
    ])
    let visit = try #require(store.snapshot.visits["CS-001"]?.visit)
    #expect(visit.status == .done && visit.telephone == "0912345678" && visit.label == "Cơ sở CS-001")
  }

  @Test func aGroupCountsOnlyWhole() throws {
    let store = try laptop.open()
    try store.appendAndWait([Sample.visit("A"), Sample.visit("B"), Sample.visit("C")], isGroup: true)
    #expect(store.snapshot.visits.count == 3)
    try store.close()
    let lines = try Laptop.lines(of: [laptop.path])
    var projection = Projection()
    projection.take(lines.dropLast())
    #expect(projection.snapshot.visits.isEmpty)
    projection.take(lines.suffix(1))
    #expect(projection.snapshot.visits.count == 3)
    var reversed = Projection()
    reversed.take(lines.reversed())
    #expect(reversed.snapshot.visits.count == 3)
  }

  @Test func aCopiedFolderGetsAnotherIdentity() throws {
    let store = try laptop.open()
    try store.appendAndWait([Sample.open()])
    let device = store.identity.device
    try store.close()
    let copy = Laptop("Máy 2", seed: 99)
    try laptop.copied(as: copy)
    let other = try copy.open()
    #expect(other.identity.device != device)
    #expect(other.notices == [.copiedFromAnotherMachine(old: device)])
    #expect(other.snapshot.records.count == 1)
    try other.appendAndWait([Sample.set("a", "1")])
    try other.close()
    #expect(try copy.open(writes: false).snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "1")
  }

  @Test func aRestoredBackupIsAForkWithBothBranches() throws {
    // The machine id cannot be read, so both go on under one name.
    let store = try laptop.open(machine: "")
    try store.appendAndWait([Sample.open(), Sample.set("a", "1")])
    try store.close()
    let copy = Laptop("Máy 1", seed: 5, time: 1_795_212_900_000)
    try laptop.copied(as: copy)
    let (first, second) = (try laptop.open(machine: ""), try copy.open(machine: ""))
    try first.appendAndWait([Sample.set("a", "2")])
    try second.appendAndWait([Sample.set("a", "3")])
    try first.close()
    try second.close()
    try laptop.take(from: copy)
    let merged = try laptop.open(machine: "")
    #expect(merged.snapshot.forks.count == 1)
    #expect(merged.notices.contains { if case .fork = $0 { true } else { false } })
    #expect(merged.identity.epoch != first.identity.epoch)
    let conflicts = try #require(merged.snapshot.records[Sample.record]?.conflicts)
    #expect(Set(conflicts.first?.leaves.compactMap(\.value) ?? []) == ["2", "3"])
    try merged.close()
  }

  @Test func aStoreThatCannotBeWrittenIsRead() throws {
    let store = try laptop.open()
    try store.appendAndWait([Sample.open()])
    try store.close()
    var system = FileSystem.live
    system.open = { path, intent throws(SystemFailure) in
      if intent != .read { throw SystemFailure(.open, code: EROFS, path: path) }
      return try FileSystem.live.open(path, intent)
    }
    let reader = try Store.open(at: laptop.path, options: laptop.options(fileSystem: system))
    #expect(reader.isReadOnly && reader.snapshot.records.count == 1)
    #expect(reader.notices.count == 1)
  }

  @Test func aFullMediumKeepsTheAnswer() throws {
    let isFull = Mutex(false)
    var system = FileSystem.live
    system.write = { file, bytes throws(SystemFailure) in
      if isFull.withLock({ $0 }) { throw SystemFailure(.write, code: ENOSPC, path: "") }
      return try FileSystem.live.write(file, bytes)
    }
    let store = try Store.open(at: laptop.path, options: laptop.options(fileSystem: system))
    try store.appendAndWait([Sample.open()])
    isFull.withLock { $0 = true }
    #expect(throws: StoreProblem.self) { try store.appendAndWait([Sample.set("a", "1")]) }
    #expect(store.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "1")
    if case .unsaved = store.saveState {} else { Issue.record("\(store.saveState)") }
    isFull.withLock { $0 = false }
    try store.flush()
    #expect(store.saveState == .saved)
    try store.close()
    #expect(try laptop.open(writes: false).snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "1")
  }

  @Test func undoTellsWhatItUndoes() throws {
    let store = try laptop.open()
    let events = try store.appendAndWait([Sample.open(), Sample.set("a", "1"), Sample.set("a", "2")])
    var back = Sample.set("a", "1")
    back.isUndo = true
    let undone = try store.appendAndWait([back])[0]
    #expect(undone.body.payload?.keys == ["value", "w", "undo"])
    #expect(undone.body.payload?["w"] == [.string(events[2].hash.hex)])
    #expect(undone.body.payload?["undo"] == .string(events[2].hash.hex))
    #expect(undone.isUndo && !events[2].isUndo)
  }
}
