import Glibc
import TestSupport
import Testing

extension FaultTests {
  /// The process ends in the middle of its work.
  @Suite("The process is killed") struct KillTests {
    @Test("1: SIGKILL at any moment, again and again")
    func anyMoment() throws {
      let runs = Amount.of(80, long: 1000)
      // Four runs of fifty answers go into one form: with fewer questions a later run would answer the first ones again.
      let place = try Workplace(questions: 220)
      try place.addVisits(runs / 4 + 1)
      var random = SeededGenerator()
      var tally = Tally()
      var acknowledged: [String] = []
      var said: Set<String> = []
      for run in 0..<runs {
        let answers = (1...50).map { "lần \(run) câu \($0)" }
        said.formUnion(answers)
        let live = try PlainSession.start(place, visit: run / 4, answers)
        // Half of them die at any time, starting up included; half after some answers, wherever the next one is.
        if run % 2 == 0 {
          let wanted = Int.random(in: 1...12, using: &random)
          live.wait { PlainSession.count($0) >= wanted }
        }
        let session = PlainSession(
          answers, live.kill(after: Int.random(in: 0...(run % 2 == 0 ? 6 : 300), using: &random)))
        acknowledged += session.acknowledged
        let there = StoreLines(place.store).values
        #expect(session.acknowledged.allSatisfy(there.contains), "run \(run)")
      }
      try place.audit(acknowledged: acknowledged, said: said, &tally)
      Ledger.shared.add("1 kill -9 at any moment", cases: runs, tally)
    }

    @Test(
      "2: killed at the n-th sync; the next run goes on at the same question",
      .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)"))
    func everySync() throws {
      let count = Amount.of(16, long: 50)
      var tally = Tally()
      for number in 1...count {
        let place = try Workplace(questions: count + 12)
        try place.addVisits(1)
        let answers = (1...count + 2).map { "câu \($0)" }
        let injection = Injection(calls: "fdatasync,fsync", fault: "signal=KILL", when: "\(number)")
        let session = try PlainSession(place, answers, through: injection.wrapper(log: place.path + "/trace"))
        #expect(session.result.isKilled, "sync \(number): \(session.result.exit)")
        let written = StoreLines(place.store).values
        // At most the answer that was being synced is there beyond those acknowledged.
        #expect(written.count <= session.count + 1, "sync \(number)")
        let rest = try PlainSession(place, Array(answers.dropFirst(written.count)))
        #expect(rest.result.exit == 0 && rest.count == answers.count - written.count, "sync \(number)")
        try place.audit(
          acknowledged: session.acknowledged + rest.acknowledged, said: Set(answers), &tally, "sync \(number)")
        #expect(StoreLines(place.store).ordered == answers, "sync \(number): the order of the questions")
      }
      Ledger.shared.add("2 kill at each sync", cases: count, tally)
    }

    @Test("27: signals while answers are being given", arguments: [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGPIPE, SIGTSTP])
    func signals(_ signal: Int32) throws {
      var tally = Tally()
      let cases = Amount.of(3, long: 50)
      for number in 1...cases {
        let place = try Workplace(questions: 40)
        try place.addVisits(1)
        let answers = (1...30).map { "câu \($0)" }
        let live = try PlainSession.start(place, visit: 0, answers)
        // From the first answer on: what comes before the program has begun is the system's business.
        live.wait { PlainSession.count($0) >= max(1, number * 3 % 28) }
        live.send(signal)
        if signal == SIGTSTP {
          live.send(SIGCONT)
        }
        let result = live.finish(limit: 60)
        let session = PlainSession(answers, result)
        #expect(result.exit == 0 || result.exit == 128 + signal || result.isDefined, "\(result.exit) \(result.words)")
        if signal == SIGPIPE || signal == SIGTSTP { #expect(result.exit == 0 && session.count == 30) }
        try place.audit(acknowledged: session.acknowledged, said: Set(answers), &tally, "signal \(signal)")
      }
      Ledger.shared.add("27 signal \(signal)", cases: cases, tally)
    }

    @Test("27: the reader of its output goes away")
    func nobodyListens() throws {
      var tally = Tally()
      let place = try Workplace(questions: 40)
      try place.addVisits(1)
      let answers = (1...30).map { "câu \($0)" }
      let input = try place.write("answers", (["CS0"] + answers).joined(separator: "\n") + "\n")
      let command = "\"$0\" --plain --store \"$1\" <\"$2\" | head -n 12 >\"$3\""
      let shell = try Program.execute(
        ["sh", "-c", command, Program.path, place.store, input, place.path + "/seen"], environment: place.environment)
      #expect(shell.exit == 0)
      let seen = try Program.execute(["cat", place.path + "/seen"]).output
      try place.audit(
        acknowledged: Array(answers.prefix(PlainSession.count(seen))), said: Set(answers), &tally)
      Ledger.shared.add("27 closed pipe", cases: 1, tally)
    }
  }
}
