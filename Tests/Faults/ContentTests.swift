import Foundation
import JSON
import TestSupport
import Testing

@testable import Journal

extension FaultTests {
  /// Answers and files that mean harm, lines from the future, and helpers that lie.
  @Suite("Hostile content") struct ContentTests {
    private static let hostile: [(given: String, kept: String)] = [
      ("\"]}\n", "\"]}\n"), ("{\"v\":1,\"d\":\"a\"}", "{\"v\":1,\"d\":\"a\"}"),
      ("\\\",\"c\":\"00000000\"}", "\\\",\"c\":\"00000000\"}"),
      ("😀👨‍👩‍👧‍👦🇻🇳", "😀👨‍👩‍👧‍👦🇻🇳"), ("Ha\u{323}\u{302} Noi", "Hậ Noi"), ("a\u{301}", "á"),
      ("\u{2028}\u{2029}\u{7F}", "\u{2028}\u{2029}\u{7F}"),
      ("\u{202E}ngược\u{202C}", "\u{202E}ngược\u{202C}"), ("\u{1B}[2J\u{1B}]0;x\u{7}", "\u{1B}[2J\u{1B}]0;x\u{7}"),
      ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"), ("../../../etc/passwd", "../../../etc/passwd"),
      ("\t tab", "\t tab"),
      ("<a>&amp;]]></a>", "<a>&amp;]]></a>"), ("${q1} $(id) `id` %s %n", "${q1} $(id) `id` %s %n"),
    ]

    @Test("28: hostile answers come back as they were given")
    func hostileAnswers() throws {
      var tally = Tally()
      let place = try Workplace(questions: Self.hostile.count)
      for (number, pair) in Self.hostile.enumerated() {
        let result = try place.fill([(number + 1, pair.given)])
        #expect(result.exit == 0, "\(pair.given.debugDescription): \(result.words)")
        let shown = try JSONValue(parsing: try place.run(["show", Workplace.record, "--json"]).output)
        let value = shown["leaves"]?["/data/q\(number + 1)"]?.stringValue
        // Compared as text: composed and decomposed letters are one.
        #expect(value == pair.kept, "\(pair.given.debugDescription) became \(value.debugDescription)")
      }
      let kept = Self.hostile.map(\.kept)
      #expect(tally.check(there: StoreLines(place.store).values, acknowledged: kept, said: Set(kept)) == [])
      let done = try place.fill([], finalise: true)
      #expect(done.exit == 0, "\(done.words)")
      #expect(try place.run(["show", Workplace.record, "--xml"]).exit == 0)
      #expect(try place.run(["export", "--format", "csv,jsonl,xml", "--to", place.path + "/out"]).exit == 0)
      #expect(try place.verify().isWhole)
      Ledger.shared.add("28 hostile answers", cases: kept.count, tally)
    }

    @Test("28: long answers are kept or refused before anything is written")
    func longAnswers() throws {
      var tally = Tally()
      let place = try Workplace(questions: 8)
      var kept: [String] = []
      let sizes = [65_536, 262_144, 1_048_576, 3_000_000, 5_000_000]
      for (number, size) in sizes.enumerated() {
        let text = "\(size) " + String(repeating: "x", count: size)
        let result = try place.fill([(number + 1, text)])
        #expect(result.isDefined, "\(size): \(result.exit) \(result.words.prefix(200))")
        if result.exit == 0 {
          kept.append(text)
        } else {
          #expect(size > 1_000_000, "\(size): \(result.words.prefix(200))")
        }
        #expect(try place.verify().isWhole, "\(size)")
      }
      let lost = tally.check(there: StoreLines(place.store).values, acknowledged: kept, said: Set(kept))
      #expect(lost.isEmpty, "\(lost.map { $0.prefix(30) })")
      #expect(try place.fill([(8, "sau")]).exit == 0)
      Ledger.shared.add("28 long answers", cases: sizes.count, tally)
    }

    @Test("28: what is no text, and names that lead out of the store, are refused")
    func refused() throws {
      var tally = Tally()
      let place = try Workplace()
      #expect(try place.fill([(1, "trước")]).exit == 0)
      let before = DiskImage(reading: place.store)
      for answers in [
        #"[{"set":"/data/q1","value":"\ud800"}]"#, #"[{"set":"/data/q1","value":"\udc00\ud800"}]"#, "[", "{\"q1\":",
        "\u{0}",
      ] {
        let result = try place.run(["fill", "phieu", "--answers", "-", "--record", Workplace.record], input: answers)
        #expect(result.isDefined && result.exit != 0, "\(answers): \(result.exit)")
      }
      for form in ["../phieu/../../etc", "../../x", "/etc/passwd"] {
        let result = try place.run(["fill", form, "--answers", "-"], input: "[]")
        #expect(result.isDefined && result.exit != 0, "\(form): \(result.exit)")
      }
      for record in ["../../ra-ngoai", "a/b", "..", ""] {
        let result = try place.run(
          ["fill", "phieu", "--answers", "-", "--record", record], input: #"[{"set":"/data/q1","value":"ngoài"}]"#)
        #expect(result.isDefined, "\(record): \(result.exit)")
      }
      let after = DiskImage(reading: place.path)
      #expect(after.files.keys.allSatisfy { $0.hasPrefix(place.path) })
      let names = Set(before.folders.union(before.files.keys)).count
      let now = DiskImage(reading: place.store)
      #expect(Set(now.folders.union(now.files.keys)).count <= names + 1, "no file but the log's")
      try place.audit(acknowledged: ["trước"], said: ["trước", "ngoài"], &tally)
      Ledger.shared.add("28 refused names and bytes", cases: 12, tally)
    }

    @Test("29: lines of a later version are kept and passed on byte for byte")
    func laterVersions() throws {
      var tally = Tally()
      let device = "tuonglai01"
      var lines = PeerLogs.lines(device, count: 6)
      var previous = LineHash(of: lines[5])
      for (number, change) in [
        (7, (#""k":"set""#, #""k":"hologram""#)), (8, (#""v":1"#, #""v":2"#)), (9, ("", "")),
      ] {
        let frame = LineFrame(
          device: device, epoch: "3f9c", number: UInt64(number), time: 1_795_212_797_000,
          clock: HybridClock(raw: UInt64(1_795_212_797_000 + number) << 16), previous: previous)
        let draft = LineDraft(
          kind: "set", record: Workplace.record, field: "/data/q\(number)",
          payload: ["value": .string("mai sau \(number)"), "w": JSONValue.array([]), "mới": ["a": 1]])
        var text = String(decoding: LineEncoder.encode(draft, in: frame).dropLast(17), as: UTF8.self)
        if let range = text.firstRange(of: change.0) { text.replaceSubrange(range, with: change.1) }
        if number == 9 { text += #","zz":{"a":[1,"b"]}"# }
        var bytes = Array(text.utf8)
        LineEncoder.appendChecksum(to: &bytes)
        previous = LineHash(of: bytes)
        lines.append(bytes)
      }
      let content = Array(lines.joined())
      let sticks = (0..<2).map { _ in Workplace.newFolder("stick") }
      defer { for stick in sticks { try? FileManager.default.removeItem(atPath: stick) } }
      let log = "/khaosat/\(device)/data/\(device)/3f9c-0001.jsonl"
      try FileManager.default.createDirectory(
        atPath: sticks[0] + "/khaosat/\(device)/data/\(device)", withIntermediateDirectories: true)
      try Data(content).write(to: URL(fileURLWithPath: sticks[0] + log))
      let place = try Workplace()
      let taken = try place.run(["sync", "folder", sticks[0], "--json"])
      #expect(taken.exit == 0, "\(taken.output) \(taken.words)")
      #expect(try place.run(["sync", "folder", sticks[1]]).exit == 0)
      let own = [UInt8](try Data(contentsOf: URL(fileURLWithPath: place.store + "/peers/\(device)/3f9c-0001.jsonl")))
      #expect(own == content, "the copy in the store")
      let passed = StoreLines.logs(sticks[1]).filter { $0.contains("/peers/\(device)/") }
      #expect(passed.count == 1)
      for file in passed { #expect([UInt8](try Data(contentsOf: URL(fileURLWithPath: file))) == content, "passed on") }
      #expect(try place.verify().isWhole)
      let there = StoreLines(place.store).lines
      tally.acknowledged += lines.count
      tally.lost += lines.count { !there.contains($0) }
      Ledger.shared.add("29 later versions", cases: 3, tally)
    }

    @Test("30: what can be thrown away may lie")
    func lyingHelpers() throws {
      var tally = Tally()
      let place = try Workplace()
      let answers = (1...8).map { "câu \($0)" }
      #expect(try place.fill(answers.enumerated().map { ($0.offset + 1, $0.element) }).exit == 0)
      func state() throws -> String { try place.run(["show", Workplace.record, "--json"]).output }
      let truth = try state()
      let helpers = DiskImage(reading: place.store + "/cache").files
      var random = SeededGenerator()
      let junk = (0..<4_096).map { _ in UInt8.random(in: 0...255, using: &random) }
      let lies: [(String, ([UInt8]) -> [UInt8])] = [
        ("empty", { _ in [] }), ("cut", { Array($0.prefix($0.count / 2)) }), ("random", { _ in junk }),
        ("longer", { $0 + junk }), ("flipped", { bytes in bytes.map { $0 ^ 0x10 } }),
      ]
      var cases = 0
      let files = helpers.isEmpty ? [place.store + "/cache/index": [UInt8]("{}".utf8)] : helpers
      for (name, lie) in lies {
        try FileManager.default.createDirectory(atPath: place.store + "/cache", withIntermediateDirectories: true)
        for (path, bytes) in files { try Data(lie(bytes)).write(to: URL(fileURLWithPath: path)) }
        #expect(try state() == truth, "\(name)")
        #expect(try place.verify().isWhole, "\(name)")
        cases += 1
      }
      // An older helper of the same store: everything after it is still seen.
      for (path, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
      #expect(try place.fill([(9, "mới")]).exit == 0)
      for (path, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
      try place.audit(acknowledged: answers + ["mới"], said: Set(answers + ["mới"]), &tally)
      Ledger.shared.add("30 helpers that lie", cases: cases + 1, tally)
    }

    @Test("30: the identity of the laptop is lost or unreadable")
    func identity() throws {
      var tally = Tally()
      for content in ["", "{", #"{"v":1,"device":"../x","epoch":"0000"}"#, "gone"] {
        let place = try Workplace()
        #expect(try place.fill([(1, "trước")]).exit == 0)
        let path = place.store + "/device.json"
        if content == "gone" {
          try FileManager.default.removeItem(atPath: path)
        } else {
          try Data(content.utf8).write(to: URL(fileURLWithPath: path))
        }
        let result = try place.fill([(2, "sau")])
        #expect(result.isDefined && result.exit != 2, "\(content): \(result.exit) \(result.words)")
        if result.exit != 0 { try FileManager.default.removeItem(atPath: path) }
        let again = try place.fill([(3, "sau nữa")])
        #expect(again.exit == 0, "\(content): \(again.words)")
        let said = result.exit == 0 ? ["trước", "sau", "sau nữa"] : ["trước", "sau nữa"]
        try place.audit(acknowledged: said, said: Set(said), &tally, "\(content)")
      }
      Ledger.shared.add("30 identity lost", cases: 4, tally)
    }
  }
}
