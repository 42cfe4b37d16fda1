import Foundation
import Testing

extension TerminalTests {
  /// “đã lưu” comes after the disk has said so, and typing does not wait for the disk.
  @Suite(.serialized, .enabled(if: Tracing.isAvailable))
  struct SaveStateTests {
    /// Bytes of “ã lưu” as strace writes them: curses sends only the cells that change.
    private static let saved = #"\303\243 l\306\260u"#

    @Test func `an answer is synced before the screen calls it saved`() throws {
      let desk = try Desk(questions: 8, visits: 1)
      try desk.prepare()
      let trace = desk.folder.path("trace")
      let screen = try desk.start(wrapper: Tracing.command(to: trace, delayingSyncBy: 500))
      try screen.wait(for: "nhóm theo ngày")
      try Desk.open(Desk.code(1), on: screen)
      for question in 1...5 {
        try screen.send([.text("trả lời \(question)"), .key("Enter")])
        let next = "▸ \(Desk.label(question + 1))"
        try screen.wait(until: "\(next), saved") {
          $0.contains(next) && $0.contains("đã lưu") && !$0.contains("đang lưu")
        }
      }
      try screen.press("F10")
      try screen.waitForEnd()
      let lines = try Tracing.lines(of: trace)
      let writes = try (1...5).map { question in
        try #require(lines.firstIndex { $0.isJournalWrite(of: "i \(question)\\\"") }, "answer \(question)")
      }
      var seen = 0
      for (write, next) in zip(writes, writes.dropFirst() + [lines.count]) {
        let after = lines[write..<next]
        let synced = try #require(after.firstIndex { $0.isFinishedSync })
        guard let shown = after.firstIndex(where: { $0.isWrite(of: Self.saved) }) else { continue }
        seen += 1
        #expect(synced < shown, "\(lines[write...shown].map(\.text).joined(separator: "\n"))")
      }
      // A machine that is slower than the disk may never come to say “đang lưu”, and then only the time changes.
      #expect(seen >= 3)
    }

    @Test func `typing goes on while the disk is slow, and the answers are saved in order`() throws {
      let desk = try Desk(questions: 8, visits: 1)
      try desk.prepare()
      let trace = desk.folder.path("trace")
      let screen = try desk.start(wrapper: Tracing.command(to: trace, delayingSyncBy: 4000))
      try screen.wait(for: "nhóm theo ngày")
      try Desk.open(Desk.code(1), on: screen)
      for (question, answer) in ["một", "hai", "ba"].enumerated() {
        try screen.send([.text(answer), .key("Enter")])
        let next = "▸ \(Desk.label(question + 2))"
        try screen.wait(until: "\(next) while saving") { $0.contains(next) && $0.contains("đang lưu") }
      }
      try screen.type("bốn")
      try screen.wait(until: "typed letters while saving") { $0.contains("[bốn") && $0.contains("đang lưu") }
      try screen.wait(until: "saved") { $0.contains("đã lưu") && !$0.contains("đang lưu") }
      try screen.press("F10")
      try screen.waitForEnd()
      let lines = try Tracing.lines(of: trace)
      let places = [#"m\341\273\231t"#, "hai", "ba"].map { word in
        lines.compactMap { $0.journalPlace(of: "\\\"\(word)\\\"") }.first
      }
      let found = places.compactMap(\.self)
      #expect(found.count == 3)
      #expect(found.indices.dropFirst().allSatisfy { found[$0 - 1] < found[$0] })
    }
  }
}
