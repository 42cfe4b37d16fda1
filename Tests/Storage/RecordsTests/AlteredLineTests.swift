import Fieldwork
import Glibc
import JSON

import TestSupport
import Testing

@testable import Journal
@testable import Records

/// Lines that somebody changed together with their checksums.
@Suite struct AlteredLineTests {
  private let stick = TemporaryFolder()
  private let one = Laptop("Máy 1", seed: 1)

  private func filled() throws -> Store {
    let store = try one.open()
    let form = try store.forms.add([FormArchive.File(name: "form.yaml", content: Array("form_id: a\n".utf8))])
    try store.appendAndWait([
      .open(record: Sample.record, form: "a", version: "1", sha256: form.hex, visit: nil, zone: "UTC"),
      Sample.set("a", "thật"), Sample.done(),
    ])
    return store
  }

  private func path(_ store: Store) throws -> String {
    let directory = stick.path + "/khaosat/" + store.identity.device + "/data/" + store.identity.device
    return directory + "/" + (try #require(try FileSystem.live.list(directory).first?.name))
  }

  /// The log with one text for another in the lines that hold it, each with a right checksum.
  static func forged(_ content: [UInt8], _ text: String, _ other: String) -> [UInt8] {
    content.split(separator: 0x0A).flatMap { line -> [UInt8] in
      let clear = String(decoding: line, as: UTF8.self)
      guard clear.contains(text) else { return Array(line) + [0x0A] }
      var bytes = Array(clear.replacing(text, with: other).utf8.dropLast(16))
      LineEncoder.appendChecksum(to: &bytes)
      return bytes
    }
  }

  @Test func theLineThatTheChainProvesCounts() throws {
    let first = try filled()
    _ = try FolderSync(first, with: stick.path).run()
    let path = try path(first)
    let genuine = try FileSystem.live.contents(of: path)
    let forged = Self.forged(genuine, "Cơ sở \\\"A\\\"", "Cơ sở \\\"B\\\"")
    #expect(forged != genuine)
    try FileSystem.live.replace(path, with: forged)
    let laptop = Laptop("Máy 2", seed: 2, time: 1_795_212_900_000)
    let second = try laptop.open()
    _ = try FolderSync(second, with: stick.path).run()
    #expect(second.snapshot.records[Sample.record]?.submission?.label == "Cơ sở \"B\"")
    // The genuine one comes, and nothing stands behind it: both are branches.
    try FileSystem.live.replace(path, with: genuine)
    _ = try FolderSync(second, with: stick.path).run()
    #expect(second.snapshot.forks.count == 1 && second.verify().damaged.isEmpty)
    // What is written next on the laptop itself names the genuine one.
    try first.appendAndWait([Sample.note()])
    _ = try FolderSync(first, with: stick.path).run()
    let report = try FolderSync(second, with: stick.path).run()
    #expect(report.altered == 1)
    let hash = second.snapshot.stateHash
    for store in [second, try laptop.open(writes: false)] {
      let record = try #require(store.snapshot.records[Sample.record])
      #expect(record.submission?.label == "Cơ sở \"A\"" && record.status == .finalised)
      #expect(record.events.count == record.count && store.snapshot.forks.isEmpty)
      #expect(store.verify().damaged.map(\.kind) == [.altered] && store.verify().forks.isEmpty)
      #expect(store.snapshot.stateHash == hash)
    }
    try second.appendAndWait([
      .review(
        Review(record: Sample.record, verdict: .approve, reviewer: "", time: "", summary: "", comments: []), of: nil)
    ])
    try second.close()
    try first.close()
    // With a cache, too.
    var options = laptop.options()
    options.cacheBytes = 0
    try Store.open(at: laptop.path, options: options).close()
    let cached = try laptop.open(writes: false)
    #expect(cached.snapshot.records[Sample.record]?.submission?.label == "Cơ sở \"A\"")
    #expect(cached.snapshot.stateHash == second.snapshot.stateHash)
  }

  @Test func whatConcernsNoRecordDoesNotCountEither() throws {
    let first = try filled()
    try first.appendAndWait([
      Sample.visit("CS-001"), .user(name: "Bình", team: "2"),
      .export(batch: "b", to: "/usb", formats: ["csv"], lines: [(record: "thật", done: LineHash(of: [1]))]),
    ])
    _ = try FolderSync(first, with: stick.path).run()
    let path = try path(first)
    let genuine = try FileSystem.live.contents(of: path)
    var forged = Self.forged(genuine, "Cơ sở CS-001", "Cơ sở giả")
    forged = Self.forged(forged, "\"Bình\"", "\"Bảo\"")
    forged = Self.forged(forged, LineHash(of: [1]).hex, first.snapshot.records[Sample.record]?.lastDoneHash?.hex ?? "")
    forged = Self.forged(forged, "[[\"thật\",", "[[\"\(Sample.record)\",")
    try FileSystem.live.replace(path, with: forged)
    let laptop = Laptop("Máy 2", seed: 2, time: 1_795_212_900_000)
    let second = try laptop.open()
    _ = try FolderSync(second, with: stick.path).run()
    #expect(second.snapshot.visits["CS-001"]?.visit.label == "Cơ sở giả")
    #expect(second.snapshot.records[Sample.record]?.isExported == true)
    _ = try FolderSync(first, with: stick.path).run()
    try FileSystem.live.replace(path, with: genuine)
    _ = try FolderSync(first, with: stick.path).run()
    _ = try FolderSync(second, with: stick.path).run()
    for store in [second, try laptop.open(writes: false)] {
      #expect(store.verify().damaged.map(\.kind) == [.altered, .altered, .altered])
      #expect(store.snapshot.visits["CS-001"]?.visit.label == "Cơ sở CS-001")
      #expect(store.snapshot.user(of: first.identity.device)?.body.payload?["name"] == "Bình")
      #expect(store.snapshot.records[Sample.record]?.isExported == false)
      #expect(store.snapshot.stateHash == second.snapshot.stateHash)
    }
    try second.close()
    try first.close()
  }

  @Test func aLineChangedInPlaceIsTakenBackFromACopy() throws {
    let first = try filled()
    _ = try FolderSync(first, with: stick.path).run()
    try first.close()
    let path =
      one.path + "/" + (try path(first)).dropFirst((stick.path + "/khaosat/" + first.identity.device + "/").count)
    let forged = Self.forged(try FileSystem.live.contents(of: path), "thật", "giả")
    try FileSystem.live.replace(path, with: forged)
    let store = try one.open()
    #expect(store.verify().damaged.map(\.kind) == [.chain])
    #expect(store.offers(for: store.verify()).count == 1)
    let report = try store.repair(from: stick.path)
    #expect(report.lines == 1 && report.remaining.damaged.map(\.kind) == [.altered])
    #expect(store.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "thật")
    try store.close()
  }
}
