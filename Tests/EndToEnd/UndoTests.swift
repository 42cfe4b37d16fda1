import JSON
import Testing

extension TerminalTests {
  /// What was answered before the program ended can be taken back after it.
  struct UndoTests {
    @Test func `undo goes on after a restart where it was, and the journal tells what was undone`() throws {
      let desk = try Desk(questions: 8, visits: 1)
      try desk.prepare()
      var screen = try desk.start()
      try screen.wait(for: "nhóm theo ngày")
      try Desk.open(Desk.code(1), on: screen)
      for question in 1...3 {
        try screen.send([.text("trả lời \(question)"), .key("Enter")])
        try screen.wait(for: "▸ \(Desk.label(question + 1))")
      }
      try screen.press("C-z")
      try screen.wait(for: "▸ \(Desk.label(3))")
      try screen.wait(until: "saved") { $0.contains("đã lưu") && !$0.contains("trả lời 3") }
      try screen.press("F10")
      try screen.waitForEnd()

      screen = try desk.start()
      try screen.wait(for: "▸ \(Desk.label(3))")
      try screen.press("C-z")
      try screen.wait(until: "the second answer gone") {
        $0.contains("▸ \(Desk.label(2))") && !$0.contains("trả lời 2") && $0.contains("trả lời 1")
      }
      try screen.wait(until: "saved") { $0.contains("đã lưu") && !$0.contains("đang lưu") }
      try screen.press("F10")
      try screen.waitForEnd()

      let listed = try JSONValue(parsing: desk.run(["records", "--json"]).output)
      let record = try #require(listed.arrayValue?.first?["record"]?.stringValue, "\(listed)")
      let history = try desk.run(["history", record, "--json"])
      #expect(history.exit == 0)
      #expect(
        history.output.split(separator: "\"undoes\"", omittingEmptySubsequences: false).count == 3, "\(history.words)")
    }
  }
}
