import Fieldwork
import Glibc
import JSON
import Journal
import Media
import TestSupport
import Testing

@testable import Records

@Suite struct CopyTests {
  private let stick = TemporaryFolder()
  private let one = Laptop("Máy 1", seed: 1)
  private let two = Laptop("Máy 2", seed: 2, time: 1_795_212_900_000)
  private let form = [FormArchive.File(name: "form.yaml", content: Array("form_id: a\n".utf8))]

  private func filled(_ laptop: Laptop, record: String = Sample.record) throws -> Store {
    let store = try laptop.open()
    let hash = try store.forms.add(form)
    let xml = try store.media.add(Array("<data/>".utf8), fileExtension: "xml")
    try store.appendAndWait([
      Sample.visit("CS-001"),
      .open(record: record, form: "a", version: "1", sha256: hash.hex, visit: "CS-001", zone: "UTC"),
      Sample.set("a", "1", record: record), Sample.set("b", "2", record: record),
      .done(
        record: record, revision: 1, instance: "uuid:" + record, deprecates: nil, label: "A", errors: 0, warnings: 0,
        xml: xml.hash.hex, submission: ["a": "1"]),
    ])
    return store
  }

  @Test func twoLaptopsAndAStick() throws {
    let first = try filled(one)
    let sent = try FolderSync(first, with: stick.path).run()
    #expect(sent.linesSent == 6 && sent.linesReceived == 0 && sent.mediaSent == 1 && sent.formsSent == 1)
    let second = try filled(two, record: "record-2")
    let both = try FolderSync(second, with: stick.path).run()
    #expect(both.linesReceived == 6 && both.recordsReceived == 1 && both.devices == [first.identity.device])
    #expect(both.damaged.isEmpty)
    let back = try FolderSync(first, with: stick.path).run()
    #expect(back.recordsReceived == 1 && back.conflicts.isEmpty)
    #expect(Set(first.snapshot.records.keys) == [Sample.record, "record-2"])
    _ = try FolderSync(second, with: stick.path).run()
    _ = try FolderSync(first, with: stick.path).run()
    #expect(first.snapshot.lastBackup(of: first.identity.device) != nil)
    for store in [first, second] {
      #expect(store.verify().isClean)
      try store.close()
    }
    // What is folded as it comes is what is folded from the files.
    #expect(try one.open(writes: false).snapshot.stateHash == first.snapshot.stateHash)
    #expect(try two.open(writes: false).snapshot.stateHash == second.snapshot.stateHash)
  }

  @Test func syncingAgainSendsOnlyWhatIsNew() throws {
    let store = try filled(one)
    _ = try FolderSync(store, with: stick.path).run()
    let again = try FolderSync(store, with: stick.path).run()
    // The note that the journal was copied.
    #expect(again.linesSent == 1 && again.mediaSent == 0 && again.formsSent == 0)
    try store.close()
  }

  @Test func aBrokenLaptopIsReplacedThroughAPeer() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    let second = try two.open()
    _ = try FolderSync(second, with: stick.path).run()
    try second.close()
    // The first laptop and the first stick are gone; the second laptop and another stick are left.
    let other = TemporaryFolder()
    let again = try two.open()
    _ = try FolderSync(again, with: other.path).run()
    try again.close()
    let third = try Laptop("Máy 3", seed: 3, time: 1_795_213_000_000).open()
    let report = try FolderSync(third, with: other.path).run()
    #expect(report.recordsReceived == 1 && report.mediaReceived == 1 && report.formsReceived == 1)
    #expect(third.snapshot.records[Sample.record]?.fields.fields["/data/b"]?.value == "2")
    #expect(third.snapshot.visits["CS-001"] != nil)
    try third.close()
  }

  @Test func halfAndDamagedCopiesGiveWhatIsWhole() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    let device = first.identity.device
    try first.close()
    let directory = stick.path + "/khaosat/" + device + "/data/" + device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    let content = try FileSystem.live.contents(of: directory + "/" + name)
    var flipped = content
    flipped[content.count / 2] ^= 1
    for (place, damaged) in [Array(content.dropLast(40)), flipped, [], Array("rác\n".utf8)].enumerated() {
      // A stick of its own for each: what one laptop took, it would pass on to the next.
      let stick = TemporaryFolder()
      try Laptop.copy(self.stick.path, stick.path)
      let directory = stick.path + "/khaosat/" + device + "/data/" + device
      try FileSystem.live.replace(directory + "/" + name, with: damaged)
      let laptop = Laptop("Máy 4", seed: UInt64(10 + place))
      let store = try laptop.open()
      let report = try FolderSync(store, with: stick.path).run()
      #expect(report.damaged.isEmpty == damaged.isEmpty)
      #expect(store.snapshot.records.count == (place < 2 ? 1 : 0))
      // A whole copy later fills the gap.
      try FileSystem.live.replace(directory + "/" + name, with: content)
      _ = try FolderSync(store, with: stick.path).run()
      #expect(store.snapshot.records[Sample.record]?.fields.fields["/data/b"]?.value == "2")
      #expect(store.snapshot.records[Sample.record]?.status == .finalised)
      #expect(store.verify().gaps.isEmpty)
      try store.close()
      #expect(try laptop.open(writes: false).snapshot.stateHash == store.snapshot.stateHash)
    }
  }

  @Test func aCloneOnTheStickIsSeenAndBothBranchesAreKept() throws {
    let first = try one.open(machine: "")
    try first.appendAndWait([Sample.open(), Sample.set("a", "1")])
    try first.close()
    let clone = Laptop("Máy 1", seed: 44, time: 1_795_212_990_000)
    try one.copied(as: clone)
    let (original, other) = (try one.open(machine: ""), try clone.open(machine: ""))
    try original.appendAndWait([Sample.set("a", "2")])
    try other.appendAndWait([Sample.set("a", "3")])
    _ = try FolderSync(original, with: stick.path).run()
    _ = try FolderSync(other, with: stick.path).run()
    _ = try FolderSync(original, with: stick.path).run()
    _ = try FolderSync(other, with: stick.path).run()
    #expect(original.identity.epoch != first.identity.epoch && other.identity.epoch != first.identity.epoch)
    #expect(original.identity.epoch != other.identity.epoch)
    for store in [original, other] {
      let leaves = store.snapshot.records[Sample.record]?.conflicts.first?.leaves.compactMap(\.value)
      #expect(Set(leaves ?? []) == ["2", "3"])
      #expect(store.snapshot.forks.count == 1)
      try store.appendAndWait([Sample.set("b", "x")])
      #expect(store.verify().damaged.map(\.kind) == [.form])
      try store.close()
    }
  }

  @Test func aRestoredBackupGoesOnInANewEpoch() throws {
    let first = try filled(one)
    try first.close()
    let backup = Laptop("Máy 1", seed: 7, time: 1_795_212_990_000)
    try one.copied(as: backup)
    let later = try one.open()
    try later.appendAndWait([Sample.set("a", "9")])
    _ = try FolderSync(later, with: stick.path).run()
    try later.close()
    // The disk broke; the backup is played back and meets the stick.
    let restored = try backup.open(machine: "Máy 1")
    #expect(restored.identity.epoch == first.identity.epoch)
    _ = try FolderSync(restored, with: stick.path).run()
    #expect(restored.identity.epoch != first.identity.epoch)
    #expect(restored.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "9")
    #expect(restored.snapshot.forks.isEmpty)
    try restored.appendAndWait([Sample.set("a", "10")])
    #expect(restored.snapshot.records[Sample.record]?.conflicts.isEmpty == true)
    #expect(restored.verify().isClean)
    try restored.close()
  }

  @Test func aStickThatIsPulledOutHarmsNothing() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    let hash = try one.open(writes: false).snapshot.stateHash
    for failing in stride(from: 1, to: 60, by: 2) {
      var system = FileSystem.live
      let calls = Calls()
      let prefix = stick.path
      system.open = { path, intent throws(SystemFailure) in
        if path.hasPrefix(prefix), calls.next() >= failing { throw SystemFailure(.open, code: EIO, path: path) }
        return try FileSystem.live.open(path, intent)
      }
      let laptop = Laptop("Máy 5", seed: UInt64(100 + failing))
      let store = try Store.open(at: laptop.path, options: laptop.options(fileSystem: system))
      try store.appendAndWait([Sample.set("own", "1", record: "own")])
      _ = try? FolderSync(store, with: stick.path).run()
      #expect(store.snapshot.records["own"]?.fields.fields["/data/own"]?.value == "1")
      try store.close()
      let report = try laptop.open(writes: false).verify()
      #expect(!report.damaged.contains { ![.mediaMissing, .form].contains($0.kind) }, "call \(failing): \(report)")
    }
    #expect(try one.open(writes: false).snapshot.stateHash == hash)
  }

  @Test func lostLinesComeBackWhenTheirHashFits() throws {
    let first = try filled(one)
    _ = try FolderSync(first, with: stick.path).run()
    let device = first.identity.device
    try first.close()
    let directory = one.path + "/data/" + device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    var content = try FileSystem.live.contents(of: directory + "/" + name)
    let lines = content.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let offset = lines.prefix(4).joined().count + 100
    content[offset] ^= 1
    try FileSystem.live.replace(directory + "/" + name, with: content)
    for name in try FileSystem.live.list(one.path + "/media") { unlink(one.path + "/media/" + name.name) }
    let store = try one.open()
    #expect(store.notices.contains { if case .newEpoch = $0 { true } else { false } })
    let before = store.verify()
    #expect(before.gaps.count == 1 && before.damaged.map(\.kind) == [.mediaMissing])
    let report = try store.repair(from: stick.path)
    #expect(report.lines == 1 && report.media == 1)
    #expect(report.remaining.isClean)
    #expect(store.snapshot.records[Sample.record]?.fields.fields["/data/b"]?.value == "2")
    try store.close()
    #expect(try one.open(writes: false).snapshot.stateHash == store.snapshot.stateHash)
  }

  @Test func aForgedLineIsNotTaken() throws {
    let first = try filled(one)
    let device = first.identity.device
    try first.close()
    let directory = one.path + "/data/" + device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    let content = try FileSystem.live.contents(of: directory + "/" + name)
    var lines = content.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let frame = LineFrame(
      device: device, epoch: first.identity.epoch, number: 5, time: 0, clock: HybridClock(raw: 1 << 60), previous: .zero
    )
    let forged = LineEncoder.encode(
      LineDraft(kind: "set", record: "r", field: "/f", payload: ["value": "giả"]), in: frame)
    try FileSystem.live.makeDirectories(stick.path + "/data/" + device)
    try FileSystem.live.replace(stick.path + "/data/" + device + "/" + name, with: forged)
    lines.remove(at: 4)
    try FileSystem.live.replace(directory + "/" + name, with: lines.flatMap(\.self))
    let store = try one.open()
    #expect(store.verify().gaps.count == 1)
    #expect(try store.repair(from: stick.path).lines == 0)
    try store.close()
  }

  @Test func historyTellsBeforeAndAfter() throws {
    let store = try one.open()
    let events = try store.appendAndWait([
      .user(name: "Bình", team: "2"), Sample.open(), Sample.set("a", "1"), Sample.set("a", "2"),
      .missing(record: Sample.record, field: "/data/a", reason: "dk"),
    ])
    var undo = Sample.set("a", "2")
    undo.isUndo = true
    try store.appendAndWait([undo])
    let history = try #require(store.snapshot.history(of: Sample.record))
    #expect(history.map(\.before) == [nil, nil, "1", "2", nil])
    #expect(history.map(\.after) == [nil, "1", "2", nil, "2"])
    #expect(history.allSatisfy { $0.author == "Bình" && $0.device == "Máy 1" })
    #expect(history.last?.undoes == events[4].hash)
    #expect(store.snapshot.history(of: "none") == nil)
  }

  @Test func formsAreKeptWhole() throws {
    let store = try one.open()
    let hash = try store.forms.add(form)
    #expect(try store.forms.files(of: hash) == form)
    #expect(try store.forms.add(form) == hash)
    #expect(try store.forms.hashes() == [hash])
    #expect(throws: StoreProblem.badFileName("../x")) {
      try store.forms.add([FormArchive.File(name: "../x", content: [])])
    }
    try FileSystem.live.replace(store.path + "/forms/" + hash.hex + "/form.yaml", with: [1])
    #expect(throws: StoreProblem.formChanged(hash.hex)) { try store.forms.files(of: hash) }
    #expect(store.verify().damaged.map(\.kind) == [.form])
    try store.forms.add(form)
    #expect(try store.forms.files(of: hash) == form)
  }
}
