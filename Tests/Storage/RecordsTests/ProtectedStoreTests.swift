import Glibc
import JSON
import Journal
import Media
import Protection
import TestSupport
import Testing

@testable import Records

/// Stores whose payloads are sealed.
@Suite struct ProtectedStoreTests {
  private let stick = TemporaryFolder()
  private let one = Laptop("Máy 1", seed: 1)
  private let two = Laptop("Máy 2", seed: 2, time: 1_795_212_900_000)
  private let secret = "Nguyễn Thị Bí Mật"

  private func protect(_ laptop: Laptop) throws -> KeyRing {
    try StoreProtection(store: laptop.path).turnOn(
      passphrase: "mật khẩu dài", device: laptop.name, name: laptop.name, rounds: 16)
  }

  private func open(_ laptop: Laptop, _ seal: KeyRing?, writes: Bool = true) throws -> Store {
    var options = laptop.options(writes: writes)
    options.seal = seal
    return try Store.open(at: laptop.path, options: options)
  }

  /// What a batch brings beside its lines.
  private func bring(to store: Store) throws {
    try store.forms.add([FormArchive.File(name: "form.yaml", content: Array("form_id: a\n".utf8))])
    try store.media.add(Array("<data>\(secret)</data>".utf8), fileExtension: "xml")
  }

  private func fill(_ store: Store, record: String = Sample.record) throws -> MediaName {
    let form = try store.forms.add([FormArchive.File(name: "form.yaml", content: Array("form_id: a\n".utf8))])
    let xml = try store.media.add(Array("<data>\(secret)</data>".utf8), fileExtension: "xml")
    try store.appendAndWait([
      Sample.visit("CS-" + secret),
      .open(record: record, form: "a", version: "1", sha256: form.hex, visit: nil, zone: "UTC"),
      Sample.set("ten", secret, record: record), Sample.set("ten", secret + " 2", record: record),
      .checkpoint(record: record, place: "/data/ten", text: secret, label: secret, errors: 0, warnings: 0),
      .done(
        record: record, revision: 1, instance: "uuid:" + record, deprecates: nil, label: secret, errors: 0, warnings: 0,
        xml: xml.hash.hex, submission: ["answers": ["ten": .string(secret)]]),
    ])
    return xml
  }

  @Test func withoutItsLockAProtectedStoreIsOnlyRead() throws {
    let store = try open(one, try protect(one))
    _ = try fill(store)
    try store.close()
    let lock = try FileSystem.live.contents(of: one.path + "/keys/lock.json")
    unlink(one.path + "/keys/lock.json")
    for writes in [Sample.open("another"), Sample.note()] {
      #expect(throws: StoreProblem.lockMissing(one.path + "/keys/lock.json")) {
        try open(one, nil).appendAndWait([writes])
      }
    }
    let reading = try open(one, nil, writes: false)
    #expect(reading.verify().damaged.map(\.kind).contains(.lockMissing))
    // The file copied back, all is as before.
    try FileSystem.live.replace(one.path + "/keys/lock.json", with: lock)
    let again = try open(one, try StoreProtection(store: one.path).unlock("mật khẩu dài"))
    #expect(again.verify().isClean && again.snapshot.lockedLines == 0)
    try again.close()
  }

  @Test func wrappedKeysOfOthersAreNoProtection() throws {
    let sealed = try open(one, try protect(one))
    _ = try FolderSync(sealed, with: stick.path).run()
    try sealed.close()
    let plain = try open(two, nil)
    try plain.appendAndWait([Sample.open("plain")])
    #expect(try FolderSync(plain, with: stick.path).run().keysReceived > 0)
    try plain.close()
    let again = try open(two, nil)
    try again.appendAndWait([Sample.set("a", "1", record: "plain")])
    #expect(!again.verify().damaged.contains { $0.kind == .lockMissing })
    try again.close()
  }

  /// The files below a folder that hold a text.
  private func files(below path: String, holding text: String) throws -> [String] {
    var found: [String] = []
    for entry in try FileSystem.live.list(path) {
      let child = path + "/" + entry.name
      if entry.isDirectory {
        found += try files(below: child, holding: text)
      } else if String(decoding: try FileSystem.live.contents(of: child), as: UTF8.self).contains(text) {
        found.append(child)
      }
    }
    return found
  }

  @Test func nothingTypedLiesInTheStoreInTheClear() throws {
    let ring = try protect(one)
    let store = try open(one, ring)
    let xml = try fill(store)
    #expect(try files(below: one.path, holding: secret) == [])
    #expect(try files(below: one.path, holding: xml.hash.hex) == [])
    #expect(try store.media.contents(of: xml) == Array("<data>\(secret)</data>".utf8))
    #expect(store.verify().isClean)
    let before = store.snapshot.stateHash
    try store.close()
    let again = try open(one, ring, writes: false)
    #expect(again.snapshot.stateHash == before && again.snapshot.lockedLines == 0)
    #expect(again.snapshot.records[Sample.record]?.fields.fields["/data/ten"]?.value == secret + " 2")
    #expect(again.snapshot.records[Sample.record]?.place?.text == secret)
  }

  @Test func withoutThePassphraseEverythingIsCheckedAndCarriedAndNothingRead() throws {
    let store = try open(one, try protect(one))
    _ = try fill(store)
    try store.close()
    let locked = try open(one, StoreProtection(store: one.path).locked())
    let report = locked.verify()
    #expect(report.isClean && report.lines == 7)
    let record = try #require(locked.snapshot.records[Sample.record])
    #expect(record.isLocked && record.summary.label.isEmpty && record.conflicts.isEmpty)
    #expect(locked.snapshot.damaged.isEmpty && locked.snapshot.visits.isEmpty && locked.snapshot.lockedLines == 6)
    #expect(throws: StoreProblem.lockedRecord(Sample.record)) {
      try locked.appendAndWait([Sample.set("ten", "mới")])
    }
    #expect(throws: StoreProblem.journal(.sealed)) { try locked.appendAndWait([Sample.open("another")]) }
    #expect(throws: MediaProblem.sealed(MediaName.sample)) { try locked.media.add([1], fileExtension: "jpg") }
    let sent = try FolderSync(locked, with: stick.path).run()
    #expect(sent.linesSent == 7 && sent.mediaSent == 1 && sent.keysSent == 2)
    #expect(try files(below: stick.path, holding: secret) == [])
    #expect(locked.verify().isClean)
    try locked.close()
  }

  @Test func twoProtectedStoresReadEachOtherOnceKeysWereExchanged() throws {
    let (first, second) = (try protect(one), try protect(two))
    let (a, b) = (try open(one, first), try open(two, second))
    _ = try fill(a)
    _ = try fill(b, record: "record-2")
    try a.appendAndWait([.user(name: secret, team: "1"), .user(name: secret + " 2", team: "1")])
    try a.appendAndWait([Sample.visit("CS-2"), Sample.visit("CS-3")], isGroup: true)
    try a.appendAndWait([.case("c1", list: "chu", fields: ["ten": .string(secret)])])
    _ = try FolderSync(a, with: stick.path).run()
    _ = try FolderSync(b, with: stick.path).run()
    let back = try FolderSync(a, with: stick.path).run()
    #expect(back.damaged.isEmpty && back.conflicts.isEmpty)
    #expect(a.snapshot.records["record-2"]?.isLocked == true && a.snapshot.records[Sample.record]?.isLocked == false)
    #expect(throws: StoreProblem.lockedRecord("record-2")) {
      try a.appendAndWait([Sample.set("ten", "mới", record: "record-2")])
    }
    let lead = StoreProtection(store: one.path)
    let card = try #require(try lead.status().others.first).card
    _ = try lead.share(first, with: card.key.fingerprint)
    _ = try FolderSync(a, with: stick.path).run()
    _ = try FolderSync(b, with: stick.path).run()
    #expect(b.snapshot.lockedLines == 0 && b.snapshot.visits.count == 3)
    #expect(b.snapshot.user(of: a.identity.device)?.body.payload?["name"]?.stringValue == secret + " 2")
    #expect(b.snapshot.cases["chu"]?["c1"]?["ten"]?.stringValue == secret)
    #expect(b.snapshot.records[Sample.record]?.submission?.label == secret)
    try StoreProtection(store: two.path).join(second, try #require(first.currentID))
    _ = try FolderSync(b, with: stick.path).run()
    _ = try FolderSync(a, with: stick.path).run()
    _ = try FolderSync(b, with: stick.path).run()
    _ = try FolderSync(a, with: stick.path).run()
    _ = try FolderSync(b, with: stick.path).run()
    #expect(a.snapshot.records["record-2"]?.submission?.label == secret)
    #expect(a.snapshot.lockedLines == 0 && b.snapshot.lockedLines == 0)
    try b.appendAndWait([Sample.set("ten", "của cả nhóm")])
    _ = try FolderSync(b, with: stick.path).run()
    _ = try FolderSync(a, with: stick.path).run()
    #expect(a.snapshot.records[Sample.record]?.fields.fields["/data/ten"]?.value == "của cả nhóm")
    #expect(try files(below: stick.path, holding: secret) == [])
    for (store, laptop, ring) in [(a, one, first), (b, two, second)] {
      #expect(store.verify().isClean)
      let hash = store.snapshot.stateHash
      try store.close()
      #expect(try open(laptop, ring, writes: false).snapshot.stateHash == hash)
    }
  }

  @Test func protectionComesLater() throws {
    let plain = try open(one, nil)
    let media = try fill(plain)
    try plain.close()
    let ring = try protect(one)
    let store = try open(one, ring)
    #expect(try store.media.contents(of: media) == Array("<data>\(secret)</data>".utf8))
    try store.appendAndWait([.reopen(record: Sample.record), Sample.set("ten", "sau này khóa")])
    #expect(try files(below: one.path, holding: secret).count == 2)
    #expect(try files(below: one.path, holding: "sau này khóa").isEmpty)
    #expect(store.snapshot.records[Sample.record]?.fields.fields["/data/ten"]?.value == "sau này khóa")
    #expect(store.verify().isClean)
    try store.close()
    // Half of the record cannot be read now: it is not shown as if the old half were all.
    let locked = try open(one, StoreProtection(store: one.path).locked(), writes: false)
    #expect(locked.snapshot.records[Sample.record]?.isLocked == true && locked.verify().isClean)
  }

  @Test func aPayloadChangedWithItsChecksumIsNamedWhereTheKeyIs() throws {
    let ring = try protect(one)
    let store = try open(one, ring)
    _ = try fill(store)
    try store.close()
    let log = try #require(try LogFile.all(below: one.path, "data", .live).first)
    let bytes = try FileSystem.live.contents(of: log.path)
    var changed: [UInt8] = []
    bytes.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard let view = line.view, line.number == 4 else {
          return changed += bytes[line.offset..<line.offset + line.length]
        }
        var body = Array(view.rawBody)
        body[60] = body[60] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        changed += LineEncoder.line(frame: view.frameBytes, body: body)
      }
    }
    try FileSystem.live.replace(log.path, with: changed)
    let found = try open(one, ring, writes: false).verify()
    #expect(found.damaged.contains(Damage(file: log.label, line: 4, kind: .payload)))
    #expect(found.damaged.contains { $0.kind == .chain })
  }

  @Test func aLostAttachmentComesBackFromACopyWithoutThePassphrase() throws {
    let store = try open(one, try protect(one))
    let xml = try fill(store)
    _ = try FolderSync(store, with: stick.path).run()
    try store.close()
    let name = try #require(try store.media.names().first)
    var bytes = try FileSystem.live.contents(of: store.media.path(of: name))
    bytes[bytes.count / 2] ^= 1
    try FileSystem.live.replace(store.media.path(of: name), with: bytes)
    let locked = try open(one, StoreProtection(store: one.path).locked())
    #expect(locked.verify().damaged.map(\.kind) == [.media])
    #expect(try locked.repair(from: stick.path).media == 1)
    #expect(locked.verify().isClean)
    try locked.close()
    let again = try open(one, try StoreProtection(store: one.path).unlock("mật khẩu dài"), writes: false)
    #expect(try again.media.contents(of: xml) == Array("<data>\(secret)</data>".utf8))
  }

  @Test func whatComesInABatchIsTheSameLineAsInTheLog() throws {
    let ring = try protect(one)
    let store = try open(one, ring)
    _ = try fill(store)
    let done = try #require(store.snapshot.records[Sample.record]?.submission?.version)
    let line = try #require(try store.lines(named: [done])[done])
    #expect(String(decoding: line, as: UTF8.self).contains(secret))
    _ = try FolderSync(store, with: stick.path).run()
    try store.close()
    // The office has no key: first the batch, then the logs; and the other way round.
    for isLogFirst in [false, true] {
      let office = Laptop("Văn phòng", seed: 9)
      let there = try office.open()
      try bring(to: there)
      if isLogFirst { _ = try FolderSync(there, with: stick.path).run() }
      #expect(try there.receive([line]) == [done])
      #expect(try there.receive([line]).isEmpty)
      if !isLogFirst { _ = try FolderSync(there, with: stick.path).run() }
      #expect(there.snapshot.forks.isEmpty && there.verify().isClean)
      #expect(there.snapshot.records[Sample.record]?.submission?.label == secret)
      #expect(there.snapshot.lockedLines == 5)
      #expect(try there.lines(named: [done])[done] == line)
      let hash = there.snapshot.stateHash
      try there.close()
      #expect(try office.open(writes: false).snapshot.stateHash == hash)
    }
    // On a protected laptop what came is sealed, too.
    let sealed = try open(two, try protect(two))
    try bring(to: sealed)
    #expect(try sealed.receive([line]) == [done])
    #expect(sealed.verify().isClean && sealed.snapshot.records[Sample.record]?.submission?.label == secret)
    #expect(try files(below: two.path, holding: secret).isEmpty)
    #expect(try sealed.lines(named: [done])[done] == line)
    try sealed.close()
  }
}

extension MediaName {
  fileprivate static let sample = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a.jpg"
}
