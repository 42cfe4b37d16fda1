import Fieldwork
import Glibc
import JSON

import Media
import Protection
import TestSupport
import Testing

@testable import Batches
@testable import Journal
@testable import Records

/// Batches that somebody changed, or that lead elsewhere.
@Suite struct ForgedBatchTests {
  private let laptop = Campaign("Máy 1", seed: 1)
  private let office = Campaign("Văn phòng", seed: 2)
  private let options = ImportOptions(now: Campaign.start)

  private func batch(signs: Bool = true) throws -> (folder: String, source: Store) {
    let store = try laptop.filled()
    var options = laptop.options
    options.signs = signs
    return (try BatchWriter.create(store: store, to: laptop.stick, options: options).folder, store)
  }

  /// Changes a text in the lines of a file, each with a right checksum.
  private func forge(_ path: String, _ text: String, _ other: String) throws {
    let forged = Campaign.text(try FileSystem.live.contents(of: path)).split(separator: "\n").flatMap {
      line -> [UInt8] in
      var bytes = Array(String(line.dropLast(16)).replacing(text, with: other).utf8)
      LineEncoder.appendChecksum(to: &bytes)
      return bytes
    }
    try FileSystem.live.replace(path, with: forged)
  }

  @Test(arguments: [true, false]) func aLineThatTheManifestContradictsIsNotTaken(signs: Bool) throws {
    let (folder, source) = try batch(signs: signs)
    let copy = laptop.stick + "/copy"
    try Campaign.copy(folder, copy)
    try forge(copy + "/records.jsonl", "Máy hàn", "Máy bào")
    try forge(copy + "/context.jsonl", "Nguyễn Văn An", "Lê Văn Hai")
    let store = try office.open()
    let forged = try BatchImporter.import(path: copy, into: store, options: options)
    #expect(forged.new.isEmpty && !forged.report.isWhole && store.snapshot.users.isEmpty)
    let genuine = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(genuine.new.count == 2 && genuine.known == 0)
    #expect(store.snapshot.forks.isEmpty && store.verify().isClean)
    #expect(store.snapshot.records[Campaign.record]?.submission == source.snapshot.records[Campaign.record]?.submission)
    try store.close()
    try source.close()
  }

  @Test func nothingIsTakenWhenTheSignatureDoesNotFit() throws {
    let (folder, source) = try batch()
    let path = folder + "/manifest.json"
    let text = Campaign.text(try FileSystem.live.contents(of: path))
    try FileSystem.live.replace(path, with: Array(text.replacing("Nguyễn Văn An", with: "Lê Văn Hai").utf8))
    let store = try office.open()
    let summary = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(summary.report.signature == .bad && summary.new.isEmpty && store.snapshot.records.isEmpty)
    try store.close()
    try source.close()
  }

  @Test func aTrustedBatchProvesItsLinesAgainstOthers() throws {
    let (folder, source) = try batch()
    let copy = laptop.stick + "/copy"
    try Campaign.copy(folder, copy)
    try forge(copy + "/records.jsonl", "Máy hàn", "Máy bào")
    for name in ["manifest.json", "manifest.sig", "SHA256SUMS"] { unlink(copy + "/" + name) }
    let store = try office.open()
    let keys = KeyStore(of: store)
    try keys.trust(try KeyStore(of: source).create(), name: "Máy 1", now: Campaign.start)
    // Without a manifest nothing speaks against it.
    #expect(try BatchImporter.import(path: copy, into: store, options: options).new.count == 2)
    #expect(try BatchImporter.import(path: folder, into: store, options: options).new.count == 2)
    for store in [store, try office.open(writes: false)] {
      for record in [Campaign.record, Campaign.second] {
        #expect(store.snapshot.records[record]?.submission == source.snapshot.records[record]?.submission)
      }
      #expect(store.snapshot.forks.isEmpty)
      #expect(store.verify().damaged.map(\.kind) == [.altered, .altered] && store.verify().forks.isEmpty)
    }
    #expect(try BatchImporter.import(path: folder, into: store, options: options).isUnchanged)
    #expect(store.snapshot.imports.count == 2)
    try store.close()
    try source.close()
  }

  @Test func twoLinesOfOneNumberAreAForkAlsoWithoutTheirLogs() throws {
    let (folder, source) = try batch(signs: false)
    let copy = laptop.stick + "/copy"
    try Campaign.copy(folder, copy)
    try forge(copy + "/records.jsonl", "Máy hàn", "Máy bào")
    for name in ["manifest.json", "SHA256SUMS"] { unlink(copy + "/" + name) }
    let store = try office.open()
    _ = try BatchImporter.import(path: copy, into: store, options: options)
    _ = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(!store.snapshot.forks.isEmpty && !store.verify().forks.isEmpty)
    try store.close()
    try source.close()
  }

  @Test func linksInABatchAreNotFollowed() throws {
    let (folder, source) = try batch()
    let secret = laptop.folder.path + "/secret"
    try FileSystem.live.replace(secret, with: Array("riêng\n".utf8))
    let elsewhere = laptop.folder.path + "/elsewhere.jsonl"
    rename(folder + "/records.jsonl", elsewhere)
    symlink(elsewhere, folder + "/records.jsonl")
    let photo = try #require(MediaName(hash: ContentHash(of: Array("riêng\n".utf8)), fileExtension: "txt"))
    symlink(secret, folder + "/media/" + photo.fileName)
    mkfifo(folder + "/xml/a.xml", 0o600)
    let report = BatchReader.verify(path: folder, keys: nil)
    #expect(report.faults.count { $0.kind == .special } == 3 && report.records == 0)
    let store = try office.open()
    let summary = try BatchImporter.import(path: folder, into: store, options: options)
    #expect(summary.new.isEmpty)
    #expect(!store.media.contains(photo))
    try store.close()
    try source.close()
  }

  @Test func aLaptopIsRepairedFromItsOwnBatch() throws {
    let (folder, source) = try batch()
    try source.close()
    let directory = source.path + "/data/" + source.identity.device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    let content = try FileSystem.live.contents(of: directory + "/" + name)
    let lines = content.split(separator: 0x0A).map { Array($0) + [0x0A] }
    let kept = lines.filter { !Campaign.text($0).contains("\"k\":\"done\",\"r\":\"\(Campaign.second)\"") }
    #expect(kept.count == lines.count - 1)
    try FileSystem.live.replace(directory + "/" + name, with: kept.flatMap(\.self))
    for entry in try FileSystem.live.list(source.path + "/media") { unlink(source.path + "/media/" + entry.name) }
    let store = try laptop.open()
    #expect(store.verify().gaps.count == 1)
    let report = try store.repair(from: folder)
    // Also what only the line that came back names.
    #expect(report.lines == 1 && report.media == 5 && report.remaining.isClean, "\(report)")
    #expect(store.snapshot.records[Campaign.second]?.status == .finalised)
    try store.close()
  }

  @Test func aBatchSaysWhatIsMissing() throws {
    let store = try laptop.filled()
    let photo = try #require(
      MediaName(hash: ContentHash(of: Array("ảnh xưởng".utf8)), fileExtension: "jpg"))
    unlink(store.media.path(of: photo))
    let summary = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    #expect(summary.missing == [photo.fileName])
    let report = BatchReader.verify(path: summary.folder, keys: nil)
    #expect(report.isWhole && report.manifest?.missing == [photo.fileName])
    #expect(store.verify().damaged.map(\.kind) == [.mediaMissing])
    try store.close()
  }
}
