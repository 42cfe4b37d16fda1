import Foundation
import TestSupport
import Testing

extension FaultTests {
  /// Logs that are cut, flipped, blanked and spliced, by the thousand, and checked by the program.
  @Suite("Damaged logs") struct DamageFuzzTests {
    private typealias Place = Verification.Place

    /// Checks what the program says of all logs of a store.
    private func expect(
      _ store: Workplace, lines: Int, damaged: Set<Place>, gaps: [String: [ClosedRange<Int>]], _ tally: inout Tally
    ) throws {
      let check = try store.verify()
      let found = Set(check.damaged)
      let (missed, extra) = (damaged.subtracting(found), found.subtracting(damaged))
      #expect(missed.isEmpty && extra.isEmpty, "not named: \(missed.prefix(5)), named: \(extra.prefix(5))")
      #expect(check.exit == (damaged.isEmpty && gaps.isEmpty ? 0 : 3))
      #expect(check.lines == lines)
      var named: [String: [ClosedRange<Int>]] = [:]
      for gap in check.gaps where gap.from <= gap.to { named[gap.device, default: []].append(gap.from...gap.to) }
      #expect(named == gaps)
      tally.acknowledged += lines
      tally.lost += max(0, lines - check.lines)
      tally.invented += max(0, check.lines - lines)
    }

    @Test("14: a log cut at every byte")
    func cuts() throws {
      let rounds = Amount.of(1, long: 4)
      var tally = Tally()
      var cases = 0
      let size = PeerLogs.lines(PeerLogs.device(0), count: 12).joined().count
      for round in 0..<rounds {
        let store = try Workplace()
        var logs = PeerLogs(store.store)
        var lines = 0
        var damaged: Set<Place> = []
        for cut in stride(from: 1 + round, through: size, by: Amount.of(3, long: 1)) {
          let device = PeerLogs.device(cut + round * 100_000)
          let bytes = Array(PeerLogs.lines(device, count: 12) { "giá trị \(($0 + round) % 10)" }.joined().prefix(cut))
          try logs.add(bytes, device: device)
          let whole = bytes.count { $0 == 0x0A }
          lines += whole
          cases += 1
          // A cut at a line end leaves an exact prefix; one inside a line is named with the line.
          if bytes.last != 0x0A { damaged.insert(Place(file: PeerLogs.label(device), line: whole + 1, kind: "torn")) }
        }
        try expect(store, lines: lines, damaged: damaged, gaps: [:], &tally)
      }
      Ledger.shared.add("14 cuts, checked", cases: cases, tally)
    }

    @Test("14: after a cut the program goes on in a new epoch and keeps the dead bytes")
    func cutsOfTheOwnLog() throws {
      let template = try Workplace(questions: 60)
      let answers = (1...50).map { "câu \($0)" }
      _ = try template.fill(answers.enumerated().map { ($0.offset + 1, $0.element) })
      let log = try #require(template.logs.last)
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: log)))
      var random = SeededGenerator()
      var tally = Tally()
      let count = Amount.of(25, long: 500)
      for _ in 0..<count {
        let cut = Int.random(in: 0..<bytes.count, using: &random)
        try Data(bytes.prefix(cut)).write(to: URL(fileURLWithPath: log))
        for other in template.logs where other != log { try FileManager.default.removeItem(atPath: other) }
        let identity = template.store + "/device.json"
        let epoch = try #require(log.split(separator: "/").last?.prefix(4))
        let text = try String(contentsOfFile: identity, encoding: .utf8)
        let reset = text.replacing(/"epoch": *"[0-9a-f]+"/, with: "\"epoch\": \"\(epoch)\"")
        try Data(reset.utf8).write(to: URL(fileURLWithPath: identity))
        let kept = StoreLines(template.store).values
        #expect(kept.count == max(0, bytes.prefix(cut).count { $0 == 0x0A } - 2), "cut at \(cut): an exact prefix")
        let written = try template.run(["visits", "add", "--label", "Sau", "--form", "phieu"])
        #expect(written.exit == 0, "cut at \(cut): \(written.words)")
        let now = [UInt8](try Data(contentsOf: URL(fileURLWithPath: log)))
        #expect(Array(now.prefix(cut)) == Array(bytes.prefix(cut)), "no byte is touched")
        let check = try template.verify()
        #expect(check.isWhole, "cut at \(cut): \(check.text)")
        tally.check(there: StoreLines(template.store).values, acknowledged: Array(kept), said: Set(answers))
      }
      Ledger.shared.add("14 cuts, gone on", cases: count, tally)
    }

    @Test("15: every bit of a log flipped")
    func flips() throws {
      let count = 50
      let bits = (PeerLogs.lines(PeerLogs.device(0), count: count).map(\.count).max() ?? 0) * 8
      let rounds = Amount.of(96, long: max(bits, 2_200))
      var tally = Tally()
      var cases = 0
      for start in stride(from: 0, to: rounds, by: 120) {
        let store = try Workplace()
        var logs = PeerLogs(store.store)
        var lines = 0
        var damaged: Set<Place> = []
        var gaps: [String: [ClosedRange<Int>]] = [:]
        for round in start..<min(start + 120, rounds) {
          // Lines 2, 5, 8 … of one log are hit, then 3, 6, 9 … of the next: each flip is alone between whole lines.
          for first in [2, 3, 4] {
            let device = PeerLogs.device(round * 10 + first)
            let whole = PeerLogs.lines(device, count: count)
            var rows = whole
            lines += count
            for row in stride(from: first, to: count - 1, by: 3) {
              let bit = round * 1_009 % bits
              let place = bit / 8 % rows[row - 1].count
              // Without its LF a line swallows the next one.
              let last = place == rows[row - 1].count - 1 ? row + 1 : row
              rows[row - 1][place] ^= 1 << UInt8(bit % 8)
              lines -= last - row + 1
              gaps[device, default: []].append(row...last)
              cases += 1
            }
            damaged.formUnion(Self.damage(of: rows, Set(whole), device))
            try logs.add(Array(rows.joined()), device: device)
          }
        }
        try expectNamed(store, lines: lines, damaged: damaged, gaps: gaps, &tally)
      }
      Ledger.shared.add("15 bit flips", cases: cases, tally)
    }

    /// The stretches between two LFs that are no lines any more, by number, without their kind.
    private static func damage(of rows: [[UInt8]], _ whole: Set<[UInt8]>, _ device: String) -> Set<Place> {
      var found: Set<Place> = []
      let parts = Array(rows.joined()).split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
      for (place, part) in parts.enumerated() where !whole.contains(part + [0x0A]) {
        found.insert(Place(file: PeerLogs.label(device), line: place + 1, kind: ""))
      }
      return found
    }

    private func expectNamed(
      _ store: Workplace, lines: Int, damaged: Set<Place>, gaps: [String: [ClosedRange<Int>]], _ tally: inout Tally
    ) throws {
      let check = try store.verify()
      let found = Set(check.damaged.map { Place(file: $0.file, line: $0.line, kind: "") })
      let (missed, extra) = (damaged.subtracting(found), found.subtracting(damaged))
      #expect(missed.isEmpty && extra.isEmpty, "not named: \(missed.prefix(5)), named: \(extra.prefix(5))")
      #expect(check.exit == 3 && check.lines == lines)
      var named: [String: [ClosedRange<Int>]] = [:]
      for gap in check.gaps where gap.from <= gap.to { named[gap.device, default: []].append(gap.from...gap.to) }
      #expect(named == gaps)
      tally.acknowledged += lines
      tally.lost += max(0, lines - check.lines)
      tally.invented += max(0, check.lines - lines)
    }

    @Test("16: the end or a page of a log is blank")
    func zeros() throws {
      let store = try Workplace()
      var logs = PeerLogs(store.store)
      var tally = Tally()
      var lines = 0
      var damaged: Set<Place> = []
      var cases = 0
      for blank in stride(from: 1, through: 4_096, by: Amount.of(29, long: 1)) {
        let device = PeerLogs.device(blank)
        var bytes = Array(PeerLogs.lines(device, count: 50).joined())
        bytes.replaceSubrange(bytes.count - blank..<bytes.count, with: [UInt8](repeating: 0, count: blank))
        let whole = bytes.count { $0 == 0x0A }
        lines += whole
        damaged.insert(Place(file: PeerLogs.label(device), line: whole + 1, kind: ""))
        try logs.add(bytes, device: device)
        cases += 1
      }
      try expectNamed(store, lines: lines, damaged: damaged, gaps: [:], &tally)
      for page in 0..<2 {
        let store = try Workplace()
        var logs = PeerLogs(store.store)
        let device = PeerLogs.device(page)
        var bytes = Array(PeerLogs.lines(device, count: 80).joined())
        let start = 4_096 * (page + 1)
        let before = bytes.prefix(start).count { $0 == 0x0A }
        let through = bytes.prefix(start + 4_096).count { $0 == 0x0A }
        bytes.replaceSubrange(start..<start + 4_096, with: [UInt8](repeating: 0, count: 4_096))
        try logs.add(bytes, device: device)
        try expectNamed(
          store, lines: 80 - (through + 1 - before),
          damaged: [Place(file: PeerLogs.label(device), line: before + 1, kind: "")],
          gaps: [device: [before + 1...through + 1]], &tally)
        cases += 1
      }
      Ledger.shared.add("16 blank stretches", cases: cases, tally)
    }
  }
}
