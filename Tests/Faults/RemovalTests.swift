import Foundation
import Glibc
import TestSupport
import Testing

extension FaultTests {
  /// The stick is pulled out, or dies, while something is being written to it.
  @Suite("The stick goes away") struct RemovalTests {
    /// A store with a finalised record and a draft.
    private func source() throws -> Workplace {
      let place = try Workplace(questions: 6)
      #expect(try place.fill([(1, "một"), (2, "hai")], finalise: true).exit == 0)
      #expect(try place.fill([(3, "ba")], record: "0192b0a0-5b1e-4c3a-9d2e-6f1a2b3c4d5f").exit == 0)
      return place
    }

    private let said: Set<String> = ["một", "hai", "ba"]

    /// What the interrupted run left is harmless, and a second run brings everything across.
    private func finish(_ place: Workplace, _ stick: String, _ tally: inout Tally, _ context: Comment) throws {
      let other = try Workplace(questions: 6)
      let early = try other.run(["sync", "folder", stick, "--json"])
      #expect(early.exit == 0 || early.exit == 3, "\(context): \(early.words)")
      #expect(StoreLines(other.store).values.isSubset(of: said), "\(context)")
      let again = try place.run(["sync", "folder", stick])
      #expect(again.exit == 0, "\(context): \(again.words)")
      #expect(try other.run(["sync", "folder", stick]).exit == 0, "\(context)")
      try other.audit(acknowledged: Array(said), said: said, &tally, context)
      try place.audit(acknowledged: Array(said), said: said, &tally, context)
    }

    @Test("24: every call fails from some moment on", .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)"))
    func callsFail() throws {
      var tally = Tally()
      var cases = 0
      for (calls, error, count) in [
        ("rename", "EIO", 4), ("mkdir", "ENODEV", 6), ("fsync", "EIO", 12), ("rename,fsync,mkdir", "ENOENT", 4),
      ] {
        for number in stride(from: 1, through: count, by: Amount.of(3, long: 1)) {
          let place = try source()
          let stick = Workplace.newFolder("stick")
          defer { try? FileManager.default.removeItem(atPath: stick) }
          let injection = Injection(calls: calls, fault: "error=\(error)", when: "\(number)+")
          let result = try place.run(
            ["sync", "folder", stick], through: injection.wrapper(log: place.path + "/trace"))
          let isHit = try String(contentsOfFile: place.path + "/trace", encoding: .utf8).contains("INJECTED")
          #expect(result.isDefined, "\(calls) \(number): \(result.exit)")
          if isHit, calls != "mkdir" { #expect(result.exit != 0 && !result.words.isEmpty, "\(calls) \(number)") }
          try finish(place, stick, &tally, "\(calls) \(error) \(number)")
          cases += 1
        }
      }
      Ledger.shared.add("24 stick fails", cases: cases, tally)
    }

    @Test("24: killed while copying", .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)"))
    func killedWhileCopying() throws {
      var tally = Tally()
      let numbers = Array(stride(from: 1, through: 13, by: Amount.of(3, long: 1)))
      for number in numbers {
        let place = try source()
        let stick = Workplace.newFolder("stick")
        defer { try? FileManager.default.removeItem(atPath: stick) }
        let injection = Injection(calls: "fsync", fault: "signal=KILL", when: "\(number)")
        let result = try place.run(["sync", "folder", stick], through: injection.wrapper(log: place.path + "/trace"))
        #expect(result.isKilled || result.exit == 0, "\(result.exit)")
        try finish(place, stick, &tally, "fsync \(number)")
      }
      Ledger.shared.add("24 killed while copying", cases: numbers.count, tally)
    }

    @Test(
      "24: a batch is interrupted; the record stays to be sent",
      .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)"))
    func batch() throws {
      var tally = Tally()
      let numbers = Array(stride(from: 1, through: 13, by: Amount.of(3, long: 1)))
      for number in numbers {
        let place = try source()
        let stick = Workplace.newFolder("stick")
        defer { try? FileManager.default.removeItem(atPath: stick) }
        let injection = Injection(
          calls: "fsync", fault: number % 2 == 0 ? "signal=KILL" : "error=EIO", when: "\(number)+")
        let result = try place.run(
          ["batch", "create", "--to", stick], through: injection.wrapper(log: place.path + "/trace"))
        #expect(result.isKilled || result.isDefined, "\(result.exit)")
        if result.exit != 0 {
          let again = try place.run(["batch", "create", "--to", stick])
          #expect(again.exit == 0, "fsync \(number): \(again.words)")
          let folder = again.output.split(separator: "\n").last.map(String.init) ?? ""
          #expect(try place.run(["batch", "verify", folder]).exit == 0, "fsync \(number)")
          let office = try Workplace(questions: 6)
          let taken = try office.run(["batch", "import", folder])
          #expect(taken.exit == 0, "fsync \(number): \(taken.words)")
          let xml = try office.run(["show", Workplace.record, "--xml"]).output
          #expect(xml.contains("một") && xml.contains("hai"), "fsync \(number)")
        }
        try place.audit(acknowledged: Array(said), said: said, &tally, "fsync \(number)")
      }
      Ledger.shared.add("24 batch interrupted", cases: numbers.count, tally)
    }

    @Test(
      "24: the medium is taken away while it is being written", .enabled(if: Machine.canMount, "\(Machine.mountNeeded)")
    )
    func unmounted() throws {
      var tally = Tally()
      var random = SeededGenerator()
      let count = Amount.of(3, long: 40)
      for _ in 0..<count {
        let place = try source()
        let mount = try Mount(size: "4m")
        let live = try LiveProcess(
          [Program.path, "sync", "folder", mount.path, "--store", place.store], input: "",
          environment: place.environment)
        poll(nil, 0, Int32.random(in: 5...90, using: &random))
        _ = Machine.succeeds(["umount", "-l", mount.path])
        let result = live.finish()
        #expect(result.isDefined, "\(result.exit) \(result.words)")
        try? FileManager.default.removeItem(atPath: mount.path + "/khaosat")
        let stick = Workplace.newFolder("stick")
        defer { try? FileManager.default.removeItem(atPath: stick) }
        try finish(place, stick, &tally, "unmounted")
      }
      Ledger.shared.add("24 medium taken away", cases: count, tally)
    }
  }
}
