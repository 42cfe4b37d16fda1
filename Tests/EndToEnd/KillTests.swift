import Foundation
import JSON
import Testing

extension TerminalTests {
  /// The program is killed at any moment: what the screen called saved is there, and the form opens where it was.
  @Suite(.serialized)
  struct KillTests {
    private static let runs = ProcessInfo.processInfo.environment["KHAOSAT_LONG"] == nil ? 6 : 200
    private static let seed = ProcessInfo.processInfo.environment["KHAOSAT_SEED"].flatMap { UInt64($0) } ?? 20_270_118

    /// What a killed run leaves to be checked.
    private struct Promise {
      /// The answers that the screen had called saved.
      var saved: [String: String] = [:]
      /// The question on the screen when it said so, and the last one that can have been reached.
      var reached = 1
      var typed = 1
    }

    @Test func `every answer called saved outlives kill -9 at a random moment`() throws {
      print("seed \(Self.seed), \(Self.runs) runs")
      var dice = Dice(seed: Self.seed)
      let desk = try Desk(questions: 20, visits: Self.runs)
      try desk.prepare()
      var last: Promise?
      for run in 1...Self.runs {
        let screen = try desk.start()
        if let last, !last.saved.isEmpty { try checkPlace(last, run, on: screen) }
        try goHome(screen)
        try Desk.open(Desk.code(run), on: screen)
        let promise = try enter(run, on: screen, &dice)
        let process = try #require(try screen.processID())
        poll(nil, 0, Int32(dice.next() % 40))
        kill(process, SIGKILL)
        try screen.waitForEnd()
        try check(promise, run, desk)
        last = promise
      }
    }

    /// Types a few answers, some at leisure and some in one burst, and notes what the screen calls saved.
    private func enter(_ run: Int, on screen: TmuxScreen, _ dice: inout Dice) throws -> Promise {
      var promise = Promise()
      var answers: [String: String] = [:]
      var isBegun = false
      for question in 1...Int(2 + dice.next() % 6) {
        let answer = "lượt \(run) câu \(question)"
        answers[Desk.path(question)] = answer
        try screen.send([.text(isBegun ? String(answer.dropFirst()) : answer), .key("Enter")])
        promise.typed = question + 1
        isBegun = dice.next() % 3 > 0
        guard isBegun else { continue }
        let next = "▸ \(Desk.label(question + 1))"
        try screen.wait(for: next)
        // The picture of the next letter begins when that of the answer is whole: then its word on saving counts.
        try screen.type("l")
        try screen.wait(until: "\(next), saved") {
          $0.contains(next) && $0.contains("[l ") && $0.contains("đã lưu") && !$0.contains("đang lưu")
        }
        promise.saved = answers
        promise.reached = question + 1
      }
      if dice.next() % 2 == 0 { try screen.type("nửa chừng") }
      return promise
    }

    private func check(_ promise: Promise, _ run: Int, _ desk: Desk) throws {
      let verified = try desk.run(["verify", "--json"])
      #expect(verified.exit == 0, "run \(run): \(verified.output)")
      guard !promise.saved.isEmpty else { return }
      let records = try JSONValue(parsing: desk.run(["records", "--json"]).output).arrayValue ?? []
      let record = records.first { $0["visit"]?.stringValue == Desk.code(run).uppercased() }?["record"]?.stringValue
      let shown = try JSONValue(parsing: desk.run(["show", try #require(record), "--json"]).output)
      for (path, answer) in promise.saved {
        #expect(shown["leaves"]?[path]?.stringValue == answer, "run \(run): \(path)")
      }
    }

    /// The next start stands on the question of the killed run, or on one that was reached after it.
    private func checkPlace(_ promise: Promise, _ run: Int, on screen: TmuxScreen) throws {
      let places = (promise.reached...promise.typed).map { "▸ \(Desk.label($0))" }
      try screen.wait(until: "run \(run - 1) to go on at \(places)") { text in
        places.contains { text.contains($0) }
      }
    }

    private func goHome(_ screen: TmuxScreen) throws {
      let text = try screen.wait(until: "a form or the list") { $0.contains("▸ Câu") || $0.contains("nhóm theo ngày") }
      guard !text.contains("nhóm theo ngày") else { return }
      try screen.press("F12")
      try screen.wait(for: "nhóm theo ngày")
    }
  }
}

/// Random numbers from a seed (SplitMix64).
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
