import Foundation
import Glibc
import Testing

extension FaultTests {
  /// Media that are full, limited or read-only.
  @Suite("Room runs out") struct SpaceTests {
    private func long(_ number: Int) -> String { "câu \(number) " + String(repeating: "đ", count: 900) }

    @Test(
      "4: a medium that is really full; after room is made, work goes on",
      .enabled(if: Machine.canMount, "\(Machine.mountNeeded)"))
    func reallyFull() throws {
      var tally = Tally()
      let rooms = Amount.isLong ? Array(stride(from: 4_096, through: 40_960, by: 4_096)) : [4_096, 12_288, 24_576]
      for room in rooms {
        let mount = try Mount(size: "160k")
        let place = try Workplace(questions: 60)
        place.store = mount.path + "/store"
        try place.addVisits(2)
        mount.fill(leaving: room)
        let answers = (1...40).map(long)
        let session = try PlainSession(place, answers)
        #expect(session.result.exit == 3, "\(room): \(session.result.exit) \(session.result.words)")
        #expect(session.count < answers.count && !session.result.words.isEmpty)
        #expect(try place.run(["records", "--json"]).exit == 0, "what is there can be read")
        unlink(mount.path + "/filler")
        let next = try PlainSession(place, visit: 1, ["sau"])
        #expect(next.result.exit == 0 && next.count == 1, "\(room): \(next.result.words)")
        try place.audit(
          acknowledged: session.acknowledged + ["sau"], said: Set(answers + ["sau"]), &tally, "\(room) bytes left")
      }
      Ledger.shared.add("4 full medium", cases: rooms.count, tally)
    }

    @Test(
      "5: a torn tail on a full medium opens for reading, with words",
      .enabled(if: Machine.canMount, "\(Machine.mountNeeded)"))
    func tornAndFull() throws {
      var tally = Tally()
      let mount = try Mount(size: "160k")
      let place = try Workplace()
      place.store = mount.path + "/store"
      try place.addVisits(2)
      let answers = (1...5).map { "câu \($0)" }
      #expect(try PlainSession(place, answers).count == 5)
      let log = try #require(place.logs.last)
      let size = try Data(contentsOf: URL(fileURLWithPath: log)).count
      #expect(truncate(log, off_t(size - 20)) == 0)
      mount.fill(leaving: 0)
      let refused = try PlainSession(place, visit: 1, ["thử"])
      #expect((3...4).contains(refused.result.exit) && refused.count == 0, "\(refused.result.exit)")
      #expect(!refused.result.words.isEmpty)
      #expect(try place.run(["records", "--json"]).exit == 0)
      try place.expectShown(Array(answers.prefix(5)), said: Set(answers))
      unlink(mount.path + "/filler")
      try place.audit(acknowledged: answers, said: Set(answers), &tally)
      Ledger.shared.add("5 torn tail on a full medium", cases: 1, tally)
    }

    @Test(
      "6: a limit on the size of files cuts a write short", .enabled(if: Machine.hasLimits, "\(Machine.limitsNeeded)"))
    func sizeLimit() throws {
      var tally = Tally()
      let limits = Array(stride(from: 2_000, through: Amount.of(3_600, long: 6_000), by: Amount.of(400, long: 97)))
      for room in limits {
        let place = try Workplace()
        try place.addVisits(1)
        let log = try #require(place.logs.last)
        let size = try Data(contentsOf: URL(fileURLWithPath: log)).count
        let answers = (1...20).map { "câu \($0)" }
        let session = try PlainSession(place, answers, through: ["prlimit", "--fsize=\(size + room)"])
        #expect(session.result.exit == 0 && session.count == 20, "\(room): \(session.result.words)")
        #expect(place.logs.count > 1)
        try place.audit(acknowledged: session.acknowledged, said: Set(answers), &tally, "\(room)")
      }
      Ledger.shared.add("6 limit on file size", cases: limits.count, tally)
    }

    @Test("6: a limit so small that no answer fits", .enabled(if: Machine.hasLimits, "\(Machine.limitsNeeded)"))
    func noRoomAtAll() throws {
      var tally = Tally()
      let place = try Workplace()
      try place.addVisits(1)
      let session = try PlainSession(place, ["một"], through: ["prlimit", "--fsize=100"])
      #expect((3...4).contains(session.result.exit) && session.count == 0, "\(session.result.exit)")
      try place.audit(acknowledged: [], said: ["một"], &tally)
      Ledger.shared.add("6 no room at all", cases: 1, tally)
    }

    @Test("6: every write takes half", .enabled(if: Machine.compiler != nil, "\(Machine.compilerNeeded)"))
    func halfWrites() throws {
      var tally = Tally()
      let place = try Workplace()
      try place.addVisits(1)
      let library = try #require(try Preload.compile(Preload.halfWrites, in: place.path))
      let answers = (1...20).map { "câu \($0)" }
      let session = try PlainSession(place, answers, environment: ["LD_PRELOAD": library])
      #expect(session.result.exit == 0 && session.count == 20, "\(session.result.words)")
      try place.audit(acknowledged: session.acknowledged, said: Set(answers), &tally)
      Ledger.shared.add("6 half writes", cases: 1, tally)
    }

    @Test("25: a medium that is read-only", .enabled(if: Machine.canMount, "\(Machine.mountNeeded)"))
    func readOnlyMedium() throws {
      var tally = Tally()
      let mount = try Mount(size: "1m")
      let place = try Workplace()
      place.store = mount.path + "/store"
      try place.addVisits(2)
      let answers = (1...5).map { "câu \($0)" }
      #expect(try PlainSession(place, answers).count == 5)
      #expect(mount.remount("ro"))
      let refused = try PlainSession(place, visit: 1, ["thử"])
      #expect(refused.result.exit == 4 && refused.count == 0, "\(refused.result.exit) \(refused.result.words)")
      #expect(try place.verify().isWhole)
      try place.expectShown(answers, said: Set(answers))
      #expect(mount.remount("rw"))
      try place.audit(acknowledged: answers, said: Set(answers), &tally)
      Ledger.shared.add("25 read-only medium", cases: 1, tally)
    }

    @Test("25: the medium turns read-only in the middle", .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)"))
    func turnsReadOnly() throws {
      var tally = Tally()
      let count = Amount.of(5, long: 20)
      for number in 1...count {
        let place = try Workplace()
        try place.addVisits(1)
        let answers = (1...10).map { "câu \($0)" }
        // Opening the next segment and writing into the one in use both fail, as after an error of the file system.
        let injection = Injection(
          calls: "write,openat", fault: "error=EROFS", when: "\(number + 2)+", paths: place.logPaths())
        let session = try PlainSession(place, answers, through: injection.wrapper(log: place.path + "/trace"))
        // A sitting has only so many writes; behind the last of them nothing fails.
        let hasFailed = try String(contentsOfFile: place.path + "/trace", encoding: .utf8).contains("EROFS")
        #expect(hasFailed || number > answers.count / 2)
        #expect(
          hasFailed ? (3...4).contains(session.result.exit) : session.result.exit == 0,
          "\(number): \(session.result.exit) \(session.result.words)")
        try place.audit(acknowledged: session.acknowledged, said: Set(answers), &tally, "write \(number)")
      }
      Ledger.shared.add("25 turns read-only", cases: count, tally)
    }

    @Test("25: segments that may only be appended to")
    func appendOnly() throws {
      var tally = Tally()
      let place = try Workplace()
      try place.addVisits(2)
      let log = try #require(place.logs.last)
      guard Machine.succeeds(["chattr", "+a", log]) else {
        print("fault 25 append-only files: skipped, this file system or user cannot mark files so")
        return
      }
      defer { _ = Machine.succeeds(["chattr", "-a", log]) }
      let answers = (1...10).map { "câu \($0)" }
      let session = try PlainSession(place, answers)
      #expect(session.result.exit == 0 && session.count == 10, "\(session.result.words)")
      try place.audit(acknowledged: session.acknowledged, said: Set(answers), &tally)
      Ledger.shared.add("25 append-only files", cases: 1, tally)
    }
  }
}
