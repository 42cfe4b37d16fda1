import Foundation
import Testing

extension FaultTests {
  /// Memory runs out.
  @Suite("Memory runs out") struct MemoryTests {
    @Test("26: a limit on the address space", .enabled(if: Machine.hasLimits, "\(Machine.limitsNeeded)"))
    func addressSpace() throws {
      var tally = Tally()
      let limits = stride(from: 20, through: 260, by: Amount.of(40, long: 5)).map { $0 << 20 }
      let place = try Workplace(questions: 40)
      try place.addVisits(limits.count)
      var acknowledged: [String] = []
      var said: Set<String> = []
      for (number, limit) in limits.enumerated() {
        let answers = (1...5).map { "lần \(number) câu \($0)" }
        said.formUnion(answers)
        // However it ends, also by a signal: what it called saved is saved.
        let session = try PlainSession(
          place, visit: number, answers, through: ["prlimit", "--as=\(limit)", "--core=0"])
        acknowledged += session.acknowledged
      }
      try place.audit(acknowledged: acknowledged, said: said, &tally)
      Ledger.shared.add("26 limit on memory", cases: limits.count, tally)
    }

    @Test("26: the n-th allocation fails", .enabled(if: Machine.compiler != nil, "\(Machine.compilerNeeded)"))
    func allocationFails() throws {
      var tally = Tally()
      let place = try Workplace(questions: 40)
      let library = try #require(try Preload.compile(Preload.noMemory, in: place.path))
      let numbers = stride(from: 200, through: 20_000, by: Amount.of(2_500, long: 150)).map { $0 }
      try place.addVisits(numbers.count)
      var acknowledged: [String] = []
      var said: Set<String> = []
      for (place0, number) in numbers.enumerated() {
        let answers = (1...5).map { "lần \(number) câu \($0)" }
        said.formUnion(answers)
        let session = try PlainSession(
          place, visit: place0, answers, through: ["prlimit", "--core=0"],
          environment: ["LD_PRELOAD": library, "FAIL_AT": "\(number)"])
        acknowledged += session.acknowledged
      }
      try place.audit(acknowledged: acknowledged, said: said, &tally)
      Ledger.shared.add("26 allocation fails", cases: numbers.count, tally)
    }

    @Test(
      "26: a store many times larger than usual is checked within bounds",
      .enabled(if: Machine.hasLimits, "\(Machine.limitsNeeded)"))
    func largeStore() throws {
      let place = try Workplace()
      var logs = PeerLogs(place.store)
      let count = Amount.of(20, long: 400)
      for number in 0..<count {
        let text = String(repeating: "dữ liệu ", count: 600)
        try logs.add(Array(PeerLogs.lines(PeerLogs.device(number), count: 40) { "\($0) " + text }.joined()))
      }
      let result = try place.run(
        ["verify", "--json"], through: ["prlimit", "--as=\(Amount.of(512, long: 1024) << 20)"])
      let check = try Verification(result)
      #expect(check.isWhole && check.lines == count * 40, "\(check.text)")
      Ledger.shared.add("26 large store", cases: 1, Tally(acknowledged: count * 40, lost: count * 40 - check.lines))
    }
  }
}
