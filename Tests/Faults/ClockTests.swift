import Foundation
import Testing

extension FaultTests {
  /// Clocks that are wrong, and clocks that jump.
  @Suite("The clock jumps") struct ClockTests {
    /// Answers one question again and again under other clocks: the last answer holds, whatever the clock said.
    private func jumps(_ clocks: [(name: String, wrapper: [String], environment: [String: String])]) throws -> Tally {
      var tally = Tally()
      let place = try Workplace()
      var said: [String] = []
      for (number, clock) in clocks.enumerated() {
        let value = "lần \(number)"
        let result = try place.fill([(1, value)], through: clock.wrapper, environment: clock.environment)
        #expect(result.exit == 0, "\(clock.name): \(result.words)")
        said.append(value)
        #expect(try place.shown() == [value], "\(clock.name): the last answer holds")
      }
      let lines = StoreLines(place.store)
      #expect(lines.ordered == said, "the hybrid clock keeps the order")
      #expect(lines.kinds["clock", default: 0] > 0, "the jump back is noted")
      #expect(tally.check(there: lines.values, acknowledged: said, said: Set(said)) == [])
      #expect(try place.verify().isWhole)
      let history = try place.run(["history", Workplace.record])
      #expect(history.exit == 0 && said.allSatisfy { history.output.contains($0) })
      return tally
    }

    @Test("22: the clock of the program is set")
    func ownClock() throws {
      let times = [
        "2026-11-27T08:00:00Z", "2025-10-01", "2001-01-01", "2036-11-27", "2026-11-27T08:00:02Z", "1970-01-01",
      ]
      let tally = try jumps(times.map { ("KHAOSAT_NOW=\($0)", [], ["KHAOSAT_NOW": $0]) })
      Ledger.shared.add("22 clock set by the environment", cases: times.count, tally)
    }

    @Test("22: the clock of the system jumps", .enabled(if: Machine.hasFaketime, "\(Machine.faketimeNeeded)"))
    func systemClock() throws {
      let times: [[String]] = [
        ["faketime", "-f", "+0d"], ["faketime", "-f", "-400d"], ["faketime", "2001-01-01"],
        ["faketime", "-f", "+3650d"],
        ["faketime", "-f", "-1d"],
      ]
      let tally = try jumps(times.map { ($0.joined(separator: " "), $0, [:]) })
      Ledger.shared.add("22 clock of the system", cases: times.count, tally)
    }
  }
}
