import JSON
import Media
import Glibc
import Journal
import TestSupport
import Testing

@testable import Batches
@testable import Records

@Suite struct KeyTests {
  private let laptop = Campaign("Máy 1", seed: 1)
  private let office = Campaign("Văn phòng", seed: 2)

  @Test func keysAreMadeOnceAndStayPrivate() throws {
    let keys = KeyStore(directory: laptop.folder.path + "/keys")
    #expect(try keys.own() == nil)
    let own = try keys.create()
    #expect(try keys.create() == own && keys.own() == own)
    #expect(PublicKeys(text: " " + own.text + "\n") == own && PublicKeys(text: String(own.text.dropLast())) == nil)
    #expect(own.fingerprint.count == 24 && own.text.count == 142)
    var status = stat()
    #expect(stat(keys.directory + "/own.json", &status) == 0 && status.st_mode & 0o777 == 0o600)
    #expect(stat(keys.directory, &status) == 0 && status.st_mode & 0o777 == 0o700)
    try FileSystem.live.replace(keys.directory + "/own.json", with: Array("{}".utf8))
    #expect(throws: BatchProblem.keyFile(path: keys.directory + "/own.json")) { try keys.create() }
  }

  @Test func trustIsAList() throws {
    let keys = KeyStore(directory: laptop.folder.path + "/keys")
    let other = try KeyStore(directory: office.folder.path + "/keys").create()
    #expect(try keys.trusted().isEmpty)
    try keys.trust(other, name: "Văn phòng", now: 5)
    try keys.trust(other, name: "Sở", now: 6)
    #expect(try keys.trusted() == [TrustedKey(name: "Sở", keys: other, since: 6)])
    #expect(try keys.find("Sở") == other && keys.find(other.fingerprint) == other)
    #expect(throws: BatchProblem.unknownKey("ai đó")) { try keys.find("ai đó") }
    try keys.distrust(fingerprint: other.fingerprint)
    #expect(try keys.trusted().isEmpty)
  }

  @Test func aBatchSaysWhoMadeIt() throws {
    let store = try laptop.filled()
    let batch = try BatchWriter.create(store: store, to: laptop.stick, options: laptop.options)
    try store.close()
    let own = try #require(try KeyStore(of: store).own())
    let target = try office.open()
    let keys = KeyStore(of: target)
    func verdict() -> SignatureVerdict { BatchReader.verify(path: batch.folder, keys: keys).signature }
    #expect(verdict() == .unknown(fingerprint: own.fingerprint))
    var options = ImportOptions(now: Campaign.start)
    options.requiresTrust = true
    #expect(throws: BatchProblem.untrusted(path: batch.folder, .unknown(fingerprint: own.fingerprint))) {
      try BatchImporter.import(path: batch.folder, into: target, options: options)
    }
    try keys.trust(own, name: "Máy 1 của đội An", now: 0)
    #expect(verdict() == .trusted(name: "Máy 1 của đội An", fingerprint: own.fingerprint))
    #expect(try BatchImporter.import(path: batch.folder, into: target, options: options).new.count == 2)
    // Another laptop that signs the same manifest is another laptop.
    let thief = KeyStore(directory: office.folder.path + "/thief")
    let manifest = try FileSystem.live.contents(of: batch.folder + "/manifest.json")
    try FileSystem.live.replace(
      batch.folder + "/manifest.sig", with: try ManifestSignature(of: manifest, by: thief).bytes)
    #expect(verdict() == .bad)
    try target.close()
  }

  @Test func aSealedBatchTellsAFinderNothing() throws {
    let target = try office.open()
    let officeKeys = KeyStore(of: target)
    let store = try laptop.filled()
    var options = laptop.options
    options.recipient = try officeKeys.create()
    // Larger than one frame.
    _ = try store.media.add([UInt8](repeating: 7, count: 300_000), fileExtension: "jpg")
    try Campaign.fill(
      store, record: "r-3",
      answers: ["ten": .string(try #require(try store.media.names().first { $0.fileExtension == "jpg" }).fileName)])
    let batch = try BatchWriter.create(store: store, to: laptop.stick, options: options)
    #expect(batch.records == 3 && batch.recipient == options.recipient?.fingerprint)
    let files = try Campaign.files(below: batch.folder)
    #expect(Array(files.keys) == ["sealed.khb"])
    let content = try #require(files["sealed.khb"])
    for word in ["0976721391", Campaign.record, "co_so", "Đỗ Văn Giang", "records.jsonl"] {
      #expect(!Campaign.text(content).contains(word))
    }
    let report = BatchReader.verify(path: batch.folder, keys: officeKeys)
    #expect(report.isWhole && report.sealedFor == options.recipient?.fingerprint)
    #expect(throws: BatchProblem.sealed(path: batch.folder)) {
      try BatchImporter.import(path: batch.folder, into: target, options: ImportOptions(now: 0))
    }
    let place = office.folder.path + "/opened"
    let open = try SealedBatch.open(path: batch.folder, to: place, keys: officeKeys)
    #expect(BatchReader.verify(path: open, keys: officeKeys).isWhole)
    #expect(try BatchImporter.import(path: open, into: target, options: ImportOptions(now: 0)).new.count == 3)
    #expect(throws: (any Error).self) { try SealedBatch.open(path: batch.folder, to: place, keys: KeyStore(of: store)) }
    #expect(try FileSystem.live.list(place).count == 1)
    try damaged(content, batch.folder, place, officeKeys)
    try store.close()
    try target.close()
  }

  /// No changed or cut file opens, and nothing of it is left.
  private func damaged(_ content: [UInt8], _ folder: String, _ place: String, _ keys: KeyStore) throws {
    var random = SeededGenerator()
    for turn in 0..<40 {
      var bad = content
      if turn.isMultiple(of: 4) {
        bad.removeLast(Int.random(in: 1..<content.count, using: &random))
      } else {
        let place = turn < 20 ? Int.random(in: 0..<600, using: &random) : Int.random(in: 0..<bad.count, using: &random)
        bad[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
      try FileSystem.live.replace(folder + "/sealed.khb", with: bad)
      #expect(BatchReader.verify(path: folder, keys: nil).faults == [BatchFault(file: "sealed.khb", .sealed)])
      #expect(throws: BatchProblem.sealDamaged(path: folder + "/sealed.khb")) {
        try SealedBatch.open(path: folder, to: place, keys: keys)
      }
    }
    // A trailer that fits does not help: the frames themselves are bound to the line in the clear and to their place.
    let frames = try #require(SealedFrames(content))
    var forged = Array(content.dropLast(32))
    forged[frames.frames[1].range.lowerBound + 9] ^= 1
    forged += Hexadecimal.bytes(ContentHash(of: forged).hex) ?? []
    try FileSystem.live.replace(folder + "/sealed.khb", with: forged)
    #expect(throws: BatchProblem.sealDamaged(path: folder + "/sealed.khb")) {
      try SealedBatch.open(path: folder, to: place, keys: keys)
    }
    #expect(try FileSystem.live.list(place).count == 1)
  }
}
