import Foundation
import Testing

extension TerminalTests {
  /// What arrives from the keyboard of a real terminal, letter by letter and byte by byte.
  @Suite(.serialized)
  struct KeyboardTests {
    @Test(arguments: ["xterm-256color", "vt100"])
    func `nothing of a key that is not known is typed`(_ kind: String) throws {
      let desk = try Desk(questions: 3, visits: 1)
      try desk.prepare()
      let screen = try desk.start(wrapper: "env TERM=\(kind)")
      try screen.wait(for: "nhóm theo ngày")
      try Desk.open(Desk.code(1), on: screen)
      try screen.type("ab")
      for text in ["[25~", "[I", "[E", "[<0;5;5M", "[3;5~", "[15;2~", "[1;2P"] {
        try screen.send(bytes: [0x1B] + Array(text.utf8))
      }
      try screen.type("c")
      try screen.wait(for: "[abc ")
      // Home and End, whichever way they are written; then the letter under the cursor goes.
      for (home, end) in [("[1~", "[4~"), ("[7~", "[8~"), ("[H", "[F"), ("OH", "OF")] {
        try screen.send(bytes: [0x1B] + Array(home.utf8) + Array("x".utf8))
        try screen.wait(for: "[xabc")
        try screen.send(bytes: [0x1B] + Array(end.utf8) + Array("y".utf8))
        try screen.wait(for: "[xabcy ")
        try screen.send(bytes: [0x7F, 0x1B] + Array(home.utf8) + [0x1B] + Array("[3~".utf8))
        try screen.wait(for: "[abc ")
      }
      try screen.press("Escape")
      try screen.wait(for: "Rời phiếu")
    }

    @Test func `Vietnamese typed by Telex is kept with its method over a restart`() throws {
      let desk = try Desk(questions: 3, visits: 1)
      try desk.prepare()
      let screen = try desk.start()
      try screen.wait(for: "nhóm theo ngày")
      try Desk.open(Desk.code(1), on: screen)
      try screen.press("M-z")
      try screen.wait(for: "Gõ tiếng Việt: Telex")
      try screen.send([.text("Hooj Na Rif"), .key("Enter"), .text("mieens d")])
      try screen.wait(until: "both texts") { $0.contains("Hộ Na Rì") && $0.contains("[miến d ") }
      try screen.press("F10")
      try screen.waitForEnd()
      let again = try desk.start()
      try again.wait(until: "the text and the method") { $0.contains("[miến d ") && $0.contains("Telex") }
      try again.type("ong")
      try again.wait(for: "[miến dong")
      try again.send([
        .key("BSpace"), .key("BSpace"), .key("BSpace"), .key("BSpace"), .key("BSpace"), .key("BSpace"), .text("t"),
      ])
      try again.wait(for: "[miết ")
    }
  }
}
