import Glibc
import TestSupport
import Testing

extension FaultTests {
  /// Several processes on one store.
  @Suite("Several at once") struct ProcessTests {
    @Test("18: one writes, all others read; the lock goes with the process")
    func oneWriter() throws {
      var tally = Tally()
      let rounds = Amount.of(4, long: 40)
      // A question for every answer: none is answered a second time.
      let place = try Workplace(questions: max(40, 2 * rounds))
      try place.addVisits(3)
      var acknowledged: [String] = []
      for round in 0..<rounds {
        let first = try PlainSession.open(place)
        first.write("CS0\nlần \(round) a\n")
        #expect(first.wait { PlainSession.count($0) == 1 }, "\(first.output)")
        acknowledged.append("lần \(round) a")
        for number in 0..<9 {
          let refused = try place.fill([(1, "bị từ chối \(round) \(number)")])
          #expect(refused.exit == 4 && !refused.words.isEmpty, "\(refused.exit)")
        }
        #expect(try place.run(["records", "--json"]).exit == 0)
        #expect(try place.verify().exit == 0)
        first.write("lần \(round) b\n")
        #expect(first.wait { PlainSession.count($0) == 2 }, "\(first.output)")
        acknowledged.append("lần \(round) b")
        first.send(SIGKILL)
        _ = first.finish()
        let next = try PlainSession(place, visit: 1, ["sau \(round)"])
        #expect(next.result.exit == 0 && next.count == 1, "the lock is free: \(next.result.words)")
        acknowledged.append("sau \(round)")
      }
      try place.audit(acknowledged: acknowledged, said: Set(acknowledged), &tally)
      Ledger.shared.add("18 one writer, nine readers", cases: rounds * 10, tally)
    }

    @Test("18: ten at once, killed at random: no line torn by another")
    func tenAtOnce() throws {
      var random = SeededGenerator()
      var tally = Tally()
      let place = try Workplace(questions: 60)
      let rounds = Amount.of(6, long: 100)
      try place.addVisits(10 * rounds)
      var acknowledged: [String] = []
      var said: Set<String> = []
      var writers = 0
      for round in 0..<rounds {
        let sittings = try (0..<10).map { number in
          let answers = (1...20).map { "lần \(round) máy \(number) câu \($0)" }
          return (answers, try PlainSession.start(place, visit: round * 10 + number, answers))
        }
        let victims = Set((0..<10).shuffled(using: &random).prefix(4))
        for (number, sitting) in sittings.enumerated() {
          let result =
            victims.contains(number)
            ? sitting.1.kill(after: Int.random(in: 0...120, using: &random)) : sitting.1.finish()
          let session = PlainSession(sitting.0, result)
          #expect(result.exit == 0 || result.exit == 4 || result.isKilled, "\(result.exit) \(result.words)")
          if result.exit == 0 { #expect(session.count == 20) }
          if result.exit == 4 { #expect(session.count == 0) }
          if session.count > 0 { writers += 1 }
          acknowledged += session.acknowledged
          said.formUnion(sitting.0)
        }
      }
      #expect(writers > 0)
      try place.audit(acknowledged: acknowledged, said: said, &tally)
      let check = try place.verify()
      #expect(check.forks == 0 && check.damaged.isEmpty, "\(check.text)")
      Ledger.shared.add("18 ten at once, four killed", cases: rounds * 10, tally)
    }
  }
}
