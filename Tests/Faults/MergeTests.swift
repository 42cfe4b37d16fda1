import Foundation
import JSON
import TestSupport
import Testing

extension FaultTests {
  /// Many laptops, one state.
  @Suite("Laptops meet") struct MergeTests {
    private let names = ["0192b0a0-5b1e-4c3a-9d2e-00000000000"].flatMap { base in (0..<4).map { base + "\($0)" } }

    private func sync(_ place: Workplace, _ stick: String) throws -> JSONValue {
      let result = try place.run(["sync", "folder", stick, "--json"])
      #expect(result.exit == 0, "\(result.words)")
      return try JSONValue(parsing: result.output)
    }

    /// Everything the program tells of its records, without what only this laptop knows.
    private func state(_ place: Workplace) throws -> String {
      var parts = [try place.run(["records", "--json"]).output]
      for record in try place.records().sorted() {
        parts.append(try place.run(["show", record, "--json"]).output)
        parts.append(try place.run(["history", record, "--json"]).output)
      }
      return parts.joined(separator: "\n")
    }

    private func stick() -> String { Workplace.newFolder("stick") }

    private func copy(_ from: String, _ to: String) throws {
      try? FileManager.default.removeItem(atPath: to)
      try FileManager.default.copyItem(atPath: from, toPath: to)
    }

    @Test("19: a cloned store: both branches are kept, and it is said")
    func fork() throws {
      var tally = Tally()
      let first = try Workplace()
      #expect(try first.fill([(1, "chung")]).exit == 0)
      let second = try Workplace()
      try copy(first.store, second.store)
      var said: Set<String> = ["chung"]
      for number in 1...5 {
        said.formUnion(["bên trái \(number)", "bên phải \(number)"])
        #expect(try first.fill([(number + 1, "bên trái \(number)")]).exit == 0)
        #expect(try second.fill([(number + 10, "bên phải \(number)")]).exit == 0)
      }
      let stick = stick()
      defer { try? FileManager.default.removeItem(atPath: stick) }
      for _ in 0..<2 {
        for place in [first, second] { _ = try sync(place, stick) }
      }
      for place in [first, second] {
        let lines = StoreLines(place.store)
        #expect(tally.check(there: lines.values, acknowledged: Array(said), said: said) == [])
        #expect(try place.shown() == said)
        let check = try place.verify()
        #expect(check.forks > 0 && check.isWhole, "\(check.text)")
      }
      #expect(try state(first) == state(second))
      // Both go on without making the fork longer.
      let forks = try first.verify().forks
      #expect(try first.fill([(30, "sau trái")]).exit == 0)
      #expect(try second.fill([(31, "sau phải")]).exit == 0)
      for _ in 0..<2 {
        for place in [first, second] { _ = try sync(place, stick) }
      }
      let all = said.union(["sau trái", "sau phải"])
      for place in [first, second] {
        #expect(tally.check(there: StoreLines(place.store).values, acknowledged: Array(all), said: all) == [])
        #expect(try place.verify().forks == forks)
      }
      Ledger.shared.add("19 cloned store", cases: 2, tally)
    }

    /// Random work of a laptop on the shared records, in a few runs.
    private func work(_ place: Workplace, _ label: String, count: Int, _ random: inout SeededGenerator) throws -> Set<
      String
    > {
      var said: Set<String> = []
      var left = count
      while left > 0 {
        let size = min(left, 40)
        let record = names.randomElement(using: &random) ?? names[0]
        let answers = (0..<size).map { number in
          (Int.random(in: 1...12, using: &random), "\(label) \(left - number)")
        }
        #expect(try place.fill(answers, record: record).exit == 0)
        said.formUnion(answers.map(\.1))
        left -= size
      }
      return said
    }

    @Test("20: any order, any repetition, any partial copy: one state")
    func unionLaw() throws {
      let (devices, operations, orders) = Amount.isLong ? (5, 500, 200) : (3, 200, 3)
      var random = SeededGenerator()
      var said: Set<String> = []
      var tally = Tally()
      let sources = stick()
      defer { try? FileManager.default.removeItem(atPath: sources) }
      for number in 0..<devices {
        let place = try Workplace(questions: 12)
        said.formUnion(try work(place, "máy \(number)", count: operations, &random))
        _ = try sync(place, sources)
      }
      let laptops = try FileManager.default.contentsOfDirectory(atPath: sources + "/khaosat").sorted()
      #expect(laptops.count == devices)
      var states: Set<String> = []
      for _ in 0..<orders {
        let office = try Workplace(questions: 12)
        // First one laptop after the other, some of them half copied, some twice; then all.
        for laptop in (laptops + laptops).shuffled(using: &random) {
          let stick = stick()
          defer { try? FileManager.default.removeItem(atPath: stick) }
          try FileManager.default.createDirectory(atPath: stick + "/khaosat", withIntermediateDirectories: true)
          try copy(sources + "/khaosat/" + laptop, stick + "/khaosat/" + laptop)
          if Bool.random(using: &random) {
            for log in StoreLines.logs(stick) {
              let bytes = try Data(contentsOf: URL(fileURLWithPath: log))
              try bytes.prefix(Int.random(in: 0...bytes.count, using: &random)).write(to: URL(fileURLWithPath: log))
            }
          }
          let result = try office.run(["sync", "folder", stick, "--json"])
          #expect(result.exit == 0 || result.exit == 3, "\(result.words)")
        }
        _ = try sync(office, sources + "")
        try FileManager.default.removeItem(atPath: sources + "/khaosat/" + deviceName(office))
        tally.check(there: StoreLines(office.store).values, acknowledged: Array(said), said: said)
        states.insert(try state(office))
        #expect(try office.verify().isWhole)
      }
      #expect(states.count == 1)
      #expect(tally.lost == 0 && tally.invented == 0)
      Ledger.shared.add("20 union of \(devices) laptops", cases: orders, tally)
    }

    private func deviceName(_ place: Workplace) throws -> String {
      let text = try String(contentsOfFile: place.store + "/device.json", encoding: .utf8)
      return try #require(try JSONValue(parsing: text)["device"]?.stringValue)
    }

    @Test("21: two answers to one question: both kept, one decision ends it everywhere")
    func conflict() throws {
      var tally = Tally()
      let stick = stick()
      defer { try? FileManager.default.removeItem(atPath: stick) }
      let laptops = try (0..<3).map { _ in try Workplace() }
      #expect(try laptops[0].fill([(1, "gốc"), (2, "khác")]).exit == 0)
      _ = try sync(laptops[0], stick)
      _ = try sync(laptops[1], stick)
      #expect(try laptops[0].fill([(1, "trái")]).exit == 0)
      #expect(try laptops[1].fill([(1, "phải")]).exit == 0)
      _ = try sync(laptops[0], stick)
      _ = try sync(laptops[1], stick)
      let third = try sync(laptops[2], stick)
      #expect(third["conflicts"]?.arrayValue == [.string(Workplace.record)])
      let listed = try laptops[2].run(["resolve", Workplace.record])
      #expect(listed.output.contains("trái") && listed.output.contains("phải"), "\(listed.output)")
      let decided = try laptops[2].run(["resolve", Workplace.record, "--field", "/data/q1", "--use", "trái"])
      #expect(decided.exit == 0, "\(decided.words)")
      for place in [laptops[2], laptops[0], laptops[1]] {
        #expect(try sync(place, stick)["conflicts"]?.arrayValue == [])
        #expect(try place.shown() == ["trái", "khác"])
        let values: Set<String> = ["gốc", "khác", "trái", "phải"]
        #expect(tally.check(there: StoreLines(place.store).values, acknowledged: Array(values), said: values) == [])
      }
      #expect(try state(laptops[0]) == state(laptops[1]))
      Ledger.shared.add("21 conflict", cases: 3, tally)
    }
  }
}
