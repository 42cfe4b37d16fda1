import Foundation
import Testing

@testable import Journal

extension FaultTests {
  /// Logs that somebody opened in an editor.
  @Suite("Spliced logs") struct SpliceTests {
    /// The same line with another value and a right checksum.
    private static func edited(_ line: [UInt8]) -> [UInt8] {
      var text = String(decoding: line.dropLast(17), as: UTF8.self)
      if let place = text.firstRange(of: "giá trị") { text.replaceSubrange(place, with: "giá khác") }
      var bytes = Array(text.utf8)
      LineEncoder.appendChecksum(to: &bytes)
      return bytes
    }

    /// What is done to the lines of a log of ten, and what the program must say of it.
    private struct Splice: Sendable {
      let name: String
      let kinds: [String]
      var gaps = 0
      var forks = 0
      let lines: Int
      let change: @Sendable (inout [[UInt8]]) -> Void
    }

    private static let splices = [
      Splice(name: "a line twice", kinds: ["duplicate"], lines: 10) { $0.insert($0[3], at: 4) },
      Splice(name: "two lines swapped", kinds: ["order"], lines: 10) { $0.swapAt(3, 4) },
      Splice(name: "a line taken out", kinds: [], gaps: 1, lines: 9) { $0.remove(at: 3) },
      Splice(name: "the head taken out", kinds: ["head"], gaps: 1, lines: 9) { $0.remove(at: 0) },
      Splice(name: "two lines joined", kinds: ["checksum"], gaps: 1, lines: 8) { $0[3].removeLast() },
      Splice(name: "CR LF", kinds: ["frame"], gaps: 1, lines: 9) { $0[3].insert(0x0D, at: $0[3].count - 1) },
      Splice(name: "a byte order mark", kinds: ["frame"], gaps: 1, lines: 9) {
        $0[0].insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
      },
      Splice(name: "a value edited", kinds: ["checksum"], gaps: 1, lines: 9) { $0[3][210] ^= 1 },
      Splice(name: "a value edited with its checksum", kinds: ["chain"], lines: 10) { $0[3] = edited($0[3]) },
      Splice(name: "a second line of one number", kinds: ["altered", "order"], lines: 11) {
        $0.insert(edited($0[3]), at: 4)
      },
      Splice(name: "a second last line", kinds: ["order"], forks: 1, lines: 11) { $0.append(edited($0[9])) },
      Splice(name: "a note between the lines", kinds: ["frame"], lines: 10) {
        $0.insert(Array("{\"xin\":\"chào\"}\n".utf8), at: 2)
      },
    ]

    @Test("17: every splice is named")
    func splices() throws {
      var tally = Tally()
      for splice in Self.splices {
        let store = try Workplace()
        var logs = PeerLogs(store.store)
        var lines = PeerLogs.lines(PeerLogs.device(0), count: 10)
        splice.change(&lines)
        try logs.add(Array(lines.joined()))
        let check = try store.verify()
        #expect(check.damaged.map(\.kind) == splice.kinds, "\(splice.name): \(check.text)")
        #expect(check.gaps.count == splice.gaps, "\(splice.name): \(check.text)")
        #expect(check.forks == splice.forks, "\(splice.name): \(check.text)")
        #expect(check.lines == splice.lines, "\(splice.name): \(check.text)")
        #expect(check.exit == (splice.kinds.isEmpty && splice.gaps == 0 ? 0 : 3), "\(splice.name)")
        tally.acknowledged += splice.lines
        tally.lost += max(0, splice.lines - check.lines)
        tally.invented += max(0, check.lines - splice.lines)
      }
      Ledger.shared.add("17 splices", cases: Self.splices.count, tally)
    }

    @Test("17: a lost line comes back from a copy, a changed one does not get in")
    func repair() throws {
      var tally = Tally()
      let place = try Workplace(questions: 20)
      let answers = (1...12).map { "câu \($0)" }
      _ = try place.fill(answers.enumerated().map { ($0.offset + 1, $0.element) })
      let stick = Workplace.newFolder("stick")
      defer { try? FileManager.default.removeItem(atPath: stick) }
      #expect(try place.run(["backup", stick]).exit == 0)
      let log = try #require(place.logs.last)
      var lines = [UInt8](try Data(contentsOf: URL(fileURLWithPath: log))).split(separator: 0x0A).map { Array($0) }
      lines[5][100] ^= 1
      try Data(lines.flatMap { $0 + [0x0A] }).write(to: URL(fileURLWithPath: log))
      #expect(try place.verify().exit == 3)
      #expect(StoreLines(place.store).values.count == 11)
      let repaired = try place.run(["repair", "--from", stick, "--json"])
      #expect(repaired.output.contains(#""lines":1"#), "\(repaired.output) \(repaired.words)")
      #expect(try place.verify().exit == 0)
      try place.audit(acknowledged: answers, said: Set(answers), &tally)
      Ledger.shared.add("17 repair", cases: 1, tally)
    }
  }
}
