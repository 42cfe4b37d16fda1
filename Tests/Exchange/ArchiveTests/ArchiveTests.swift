import Archive
import TestSupport
import Testing

@Suite struct ArchiveTests {
  private func archive(_ files: [(String, [UInt8])]) -> [UInt8] {
    var writer = ArchiveWriter()
    for (name, content) in files { writer.add(name, content) }
    return writer.finished()
  }

  private func problem(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> ArchiveProblem? {
    do throws(ArchiveProblem) {
      let reader = try ArchiveReader(bytes, limits: limits)
      for entry in reader.entries { _ = try reader.content(of: entry.name) }
      return nil
    } catch { return error }
  }

  @Test func whatIsWrittenReadsBack() throws {
    let long = [UInt8](repeating: 65, count: 100_000)
    let bytes = archive([("a/b.xml", Array("xin chào".utf8)), ("tên.txt", long), ("empty", [])])
    let reader = try ArchiveReader(bytes)
    #expect(reader.entries.map(\.name) == ["a/b.xml", "tên.txt", "empty"])
    #expect(try reader.content(of: "tên.txt") == long)
    #expect(try reader.content(of: "a/b.xml") == Array("xin chào".utf8))
    #expect(try reader.content(of: "empty") == [])
    #expect(bytes.count < 2_000)
    #expect(throws: ArchiveProblem(.missing, ["x"])) { try reader.content(of: "x") }
  }

  @Test(arguments: ["../x", "/x", "a/../../x", "a\\b", "C:x", "a/.."])
  func namesThatLeaveAreRefused(_ name: String) {
    #expect(problem(archive([(name, [1])]))?.code == .name)
  }

  @Test func bombsAreRefused() {
    let zeros = [UInt8](repeating: 0, count: 8 << 20)
    #expect(problem(archive([("a", zeros)]))?.code == .limit)
    #expect(problem(archive([("a", zeros)]), limits: ArchiveLimits(entrySize: 1 << 20))?.code == .limit)
    #expect(problem(archive([("a", [1, 2]), ("b", [1, 2])]), limits: ArchiveLimits(totalSize: 3))?.code == .limit)
    #expect(problem(archive([("a", [1]), ("b", [1])]), limits: ArchiveLimits(entries: 1))?.code == .limit)
    #expect(problem(archive([("a", [1]), ("a", [1])]))?.code == .name)
    #expect(problem([1, 2, 3])?.code == .notArchive)
    #expect(problem([])?.code == .notArchive)
  }

  @Test func aHeaderThatLiesAboutTheSizeIsDamage() throws {
    var bytes = archive([("a", [UInt8](repeating: 7, count: 5_000))])
    // The directory's size field: 24 bytes into its record.
    let mark: [UInt8] = [0x50, 0x4B, 0x01, 0x02]
    let record = try #require((0..<(bytes.count - 4)).first { Array(bytes[$0..<($0 + 4)]) == mark })
    bytes[record + 24] = 0x10
    #expect(problem(bytes)?.code == .damaged)
  }

  @Test func mutatedArchivesNeverTrap() {
    var generator = SeededGenerator(test: "ArchiveTests")
    let text = Array(String(repeating: "<c r=\"A1\"/>", count: 50).utf8)
    let source = archive([("a.xml", text), ("b", [1, 2, 3])])
    for _ in 0..<3_000 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) { bytes.removeLast(Int.random(in: 0..<40, using: &generator)) }
      _ = problem(bytes)
    }
  }
}
