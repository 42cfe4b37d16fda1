import Glibc
import JSON
import Testing

@testable import Journal

@Suite struct DamageTests {
  private let name = "3f9c-0001.jsonl"

  private static let isLong = getenv("KHAOSAT_LONG") != nil

  /// A log of some answers in one file.
  private func sample(_ count: Int) throws -> (log: Log, bytes: [UInt8]) {
    let log = Log()
    let writer = try log.open()
    for value in 0..<count { try writer.appendAndWait([Log.answer("giá trị \(value)")]) }
    try writer.close()
    return (log, try FileSystem.live.contents(of: log.directory + "/" + name))
  }

  private func report(_ bytes: [UInt8], expecting known: UInt64 = 0) -> VerificationReport {
    var verifier = JournalVerifier()
    verifier.add(bytes, label: name, device: "k7m2q4x9ab", name: name)
    if known > 0 { verifier.expect(device: "k7m2q4x9ab", epoch: "3f9c", upTo: known) }
    return verifier.finish()
  }

  private func values(_ bytes: [UInt8]) -> [String] {
    var values: [String] = []
    bytes.withUnsafeBytes { buffer in
      SegmentScanner.scan(buffer) { line in
        if let value = line.view?.body.payload?["value"]?.stringValue { values.append(value) }
      }
    }
    return values
  }

  @Test func everyCutLeavesAnExactPrefix() throws {
    let (_, bytes) = try sample(Self.isLong ? 50 : 6)
    let all = values(bytes)
    for cut in 0...bytes.count {
      let prefix = Array(bytes[..<cut])
      let found = values(prefix)
      #expect(found == Array(all.prefix(found.count)))
      let complete = prefix.count { $0 == 0x0A }
      #expect(found.count == max(0, complete - 1))
      let report = report(prefix)
      let atLineEnd = cut == 0 || bytes[cut - 1] == 0x0A
      #expect(report.damaged.contains { $0.kind == .torn } == !atLineEnd)
      // What another copy knows shows a cut at a line end, too.
      #expect(!self.report(prefix, expecting: UInt64(all.count) + 1).isClean || cut == bytes.count)
    }
  }

  @Test func afterEveryCutTheWriterGoesOnInANewEpoch() throws {
    let (_, bytes) = try sample(2)
    for cut in Array(stride(from: 0, through: bytes.count, by: Self.isLong ? 1 : 3)) + [1, bytes.count - 1] {
      let log = Log()
      try FileSystem.live.makeDirectories(log.directory)
      try FileSystem.live.replace(log.directory + "/" + name, with: Array(bytes[..<cut]))
      let writer = try log.open(epoch: "3f9c")
      try writer.appendAndWait([Log.answer("sau")])
      try writer.close()
      let atLineEnd = cut > 0 && bytes[cut - 1] == 0x0A
      #expect((writer.epoch == "3f9c") == atLineEnd)
      let kept = try FileSystem.live.contents(of: log.directory + "/" + name)
      #expect(Array(kept.prefix(cut)) == Array(bytes[..<cut]))
      if !atLineEnd { #expect(kept.count == cut) }
      let report = try log.verify()
      #expect(report.isClean, "cut \(cut): \(report)")
      #expect(try log.values() == values(Array(bytes[..<cut])) + ["sau"])
    }
  }

  @Test func everyFlippedBitIsFoundAndNothingIsInvented() throws {
    // The long run flips over a hundred thousand bits.
    let (_, bytes) = try sample(Self.isLong ? 50 : 3)
    let all = values(bytes)
    var flipped = bytes
    for index in bytes.indices {
      for bit in 0..<8 {
        flipped[index] ^= 1 << bit
        let report = report(flipped)
        #expect(!report.damaged.isEmpty, "byte \(index), bit \(bit)")
        let found = values(flipped)
        #expect(found.allSatisfy { all.contains($0) })
        #expect(found.count >= all.count - 2)
        flipped[index] = bytes[index]
      }
    }
  }

  @Test func zeroedStretchesAreNamed() throws {
    let (_, bytes) = try sample(8)
    for count in stride(from: 1, to: bytes.count, by: 13) {
      let zeroed = bytes.dropLast(count) + [UInt8](repeating: 0, count: count)
      #expect(!report(Array(zeroed)).damaged.isEmpty)
      let grown = bytes + [UInt8](repeating: 0, count: count)
      #expect(report(grown).damaged.map(\.kind) == [.zeros])
      #expect(values(grown) == values(bytes))
    }
  }

  private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast().map { Array($0) + [0x0A] }
  }

  @Test func splicesAreNamed() throws {
    let (_, bytes) = try sample(6)
    let lines = lines(bytes)
    func check(_ change: (inout [[UInt8]]) -> Void, _ kinds: [DamageKind], gaps: Int = 0, forks: Int = 0) {
      var changed = lines
      change(&changed)
      let report = report(Array(changed.joined()))
      #expect(report.damaged.map(\.kind) == kinds)
      #expect(report.gaps.count == gaps)
      #expect(report.forks.count == forks)
    }
    check({ $0.insert($0[3], at: 4) }, [.duplicate])
    check({ $0.swapAt(3, 4) }, [.order])
    check({ $0.remove(at: 3) }, [], gaps: 1)
    check({ $0.remove(at: 0) }, [.head], gaps: 1)
    check({ $0[3].removeLast() }, [.checksum], gaps: 1)
    check({ $0[3].insert(0x0D, at: $0[3].count - 1) }, [.frame], gaps: 1)
    check({ $0[0].insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) }, [.frame], gaps: 1)
    check({ $0[3][200] ^= 1 }, [.checksum], gaps: 1)
    check({ $0[3] = Self.edited($0[3]) }, [.chain])
    // The line after it names the genuine one, and both have one clock value: no machine wrote the other.
    check({ $0.insert(Self.edited($0[3]), at: 4) }, [.altered, .order])
    check({ $0.append(Self.edited($0[6])) }, [.order], forks: 1)
    check({ $0.insert(Array("{\"xin\":\"chào\"}\n".utf8), at: 2) }, [.frame])
    check({ $0.append(Self.foreign($0[3])) }, [.foreign])
  }

  /// The same line with another value and a right checksum.
  private static func edited(_ line: [UInt8]) -> [UInt8] {
    var text = String(decoding: line.dropLast(17), as: UTF8.self)
    if let place = text.firstRange(of: "giá trị") { text.replaceSubrange(place, with: "giá khác") }
    var bytes = Array(text.utf8)
    LineEncoder.appendChecksum(to: &bytes)
    return bytes
  }

  private static func foreign(_ line: [UInt8]) -> [UInt8] {
    var text = String(decoding: line.dropLast(17), as: UTF8.self)
    if let place = text.firstRange(of: "k7m2q4x9ab") { text.replaceSubrange(place, with: "aaaaaaaaaa") }
    var bytes = Array(text.utf8)
    LineEncoder.appendChecksum(to: &bytes)
    return bytes
  }

  @Test func aSealKnowsItsFile() throws {
    let log = Log()
    let writer = try log.open(segmentBytes: 2_500)
    for value in 0..<20 { try writer.appendAndWait([Log.answer("giá trị \(value)")]) }
    try writer.close()
    let bytes = try FileSystem.live.contents(of: log.directory + "/" + name)
    #expect(report(bytes).isClean)
    var lines = lines(bytes)
    lines.insert(Self.edited(lines[2]), at: 2)
    lines.remove(at: 3)
    #expect(report(Array(lines.joined())).damaged.map(\.kind) == [.chain, .seal])
    #expect(report(bytes + Array("{}\n".utf8)).damaged.map(\.kind) == [.frame])
    #expect(report(bytes + self.lines(bytes)[1]).damaged.map(\.kind) == [.behindSeal])
    let cutAtSeal = Array(self.lines(bytes).dropLast().joined())
    #expect(report(cutAtSeal, expecting: 20).gaps.count == 1)
  }

  @Test func aMissingTailThatSomebodyElseHasBeginsANewEpoch() throws {
    let (log, bytes) = try sample(4)
    try FileSystem.live.replace(log.directory + "/" + name, with: Array(lines(bytes).prefix(3).joined()))
    var options = log.options(epoch: "3f9c")
    options.knownNumber = 5
    let writer = try JournalWriter.open(options)
    #expect(writer.epoch != "3f9c")
    try writer.close()
  }

  @Test func aMissingSegmentIsAGap() throws {
    let log = Log()
    let writer = try log.open(segmentBytes: 2_500)
    for value in 0..<40 { try writer.appendAndWait([Log.answer("giá trị \(value)")]) }
    try writer.close()
    try FileSystem.live.unlink(log.directory + "/3f9c-0002.jsonl")
    let report = try log.verify()
    #expect(report.damaged.isEmpty)
    #expect(report.gaps.count == 1)
  }

  @Test func changedDeadBytesAreNoticed() throws {
    let (log, bytes) = try sample(4)
    let cut = Array(bytes.dropLast(20))
    try FileSystem.live.replace(log.directory + "/" + name, with: cut)
    try log.open(epoch: "3f9c").close()
    #expect(try log.verify().isClean)
    #expect(try log.verify().deadBytes > 100)
    var changed = cut
    changed[changed.count - 3] ^= 4
    try FileSystem.live.replace(log.directory + "/" + name, with: changed)
    #expect(try log.verify().damaged.map(\.kind) == [.dead])
  }
}
