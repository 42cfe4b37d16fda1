import Foundation
import Testing

extension TerminalTests {
  /// The application where things are not as they should be: tiny terminals, signals, a second instance, no UTF-8.
  @Suite(.serialized)
  struct BareTests {
    @Test func `a terminal of 18x5 is named and does not end the program`() throws {
      let desk = try Desk(questions: 3, visits: 1)
      try desk.prepare()
      let screen = try desk.start(columns: 18, rows: 5)
      try screen.wait(for: "Màn hình nhỏ")
      try screen.press("Down")
      #expect(try !screen.hasEnded())
      try screen.press("F10")
      try screen.waitForEnd()
    }

    @Test(arguments: [SIGHUP, SIGTERM])
    func `a signal to end keeps everything, the half-typed text too`(_ signal: Int32) throws {
      let desk = try Desk(questions: 3, visits: 1)
      try desk.prepare()
      let screen = try desk.start()
      try screen.wait(for: "nhóm theo ngày")
      try Desk.open(Desk.code(1), on: screen)
      try screen.send([.text("xong rồi"), .key("Enter"), .text("nửa chừng")])
      try screen.wait(for: "[nửa chừng")
      kill(try #require(try screen.processID()), signal)
      try screen.waitForEnd()
      #expect(try desk.run(["verify"]).exit == 0)
      let again = try desk.start()
      try again.wait(until: "the second question as it was left") {
        $0.contains("▸ Câu 02") && $0.contains("xong rồi") && $0.contains("[nửa chừng")
      }
    }

    @Test func `a second instance is read-only and says so`() throws {
      let desk = try Desk(questions: 3, visits: 1)
      try desk.prepare()
      let first = try desk.start()
      try first.wait(for: "nhóm theo ngày")
      let second = try desk.start()
      try second.wait(for: "CHỈ XEM")
      try second.press("n")
      try second.press("F10")
      try second.waitForEnd()
      try first.press("F10")
      try first.waitForEnd()
    }

    @Test func `--ascii draws only ASCII`() throws {
      let desk = try Desk(questions: 3, visits: 1)
      try desk.prepare()
      let screen = try desk.start(["--ascii"])
      let list = try screen.wait(for: "nhom theo ngay")
      #expect(isASCII(list), "\(list)")
      try screen.press("Enter")
      let form = try screen.wait(for: "Cau 01")
      #expect(isASCII(form), "\(form)")
      try screen.send([.text("Đồng Hỷ"), .key("Enter")])
      let answered = try screen.wait(until: "the answer") { $0.contains("Dong Hy") && $0.contains("da luu") }
      #expect(isASCII(answered), "\(answered)")
    }

    private func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { $0 < 0x80 } }
  }
}
