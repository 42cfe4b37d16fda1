import Foundation
import Testing

extension FaultTests {
  /// System calls fail, lie or are interrupted.
  @Suite("System calls fail", .enabled(if: Machine.hasStrace, "\(Machine.straceNeeded)")) struct InjectionTests {
    private let answers = (1...10).map { "câu \($0)" }

    /// A store with a log, so that its path is known.
    private func place() throws -> Workplace {
      let place = try Workplace(questions: 24)
      try place.addVisits(2)
      return place
    }

    /// One sitting under an injection, a look at what is left, and a second sitting without it.
    private func sitting(
      _ injection: Injection, in place: Workplace, _ tally: inout Tally, mustFinish: Bool = false
    ) throws -> PlainSession {
      let label: Comment = "\(injection.calls) \(injection.fault) \(injection.when)"
      let session = try PlainSession(place, answers, through: injection.wrapper(log: place.path + "/trace"))
      let result = session.result
      #expect(result.isDefined, "\(label): ends with \(result.exit): \(result.words)")
      if result.exit == 0 { #expect(session.count == answers.count, "\(label): 0, and not all was saved") }
      if result.exit != 0 { #expect(!result.words.isEmpty, "\(label): no words") }
      if mustFinish { #expect(result.exit == 0, "\(label): \(result.words)") }
      let later = (1...3).map { "sau \($0)" }
      let next = try PlainSession(place, visit: 1, later)
      #expect(next.result.exit == 0 && next.count == 3, "\(label): \(next.result.words)")
      try place.audit(
        acknowledged: session.acknowledged + next.acknowledged, said: Set(answers + later), &tally, label)
      return session
    }

    @Test("3: the medium is full for one write: a new segment takes all; for every write: nothing is called saved")
    func fullOnWrite() throws {
      var tally = Tally()
      var cases = 0
      for number in 1...Amount.of(5, long: 10) {
        for when in ["\(number)", "\(number)+"] {
          let place = try place()
          let injection = Injection(calls: "write", fault: "error=ENOSPC", when: when, paths: place.logPaths())
          let session = try sitting(injection, in: place, &tally, mustFinish: when == "\(number)")
          if when.hasSuffix("+") {
            #expect(session.result.exit == 3)
            #expect(session.count == number - 1, "saved before the medium was full, and nothing later")
          }
          cases += 1
        }
      }
      Ledger.shared.add("3 ENOSPC on write", cases: cases, tally)
    }

    @Test("7: a write claims bytes that it did not take")
    func lyingWrite() throws {
      var tally = Tally()
      var cases = 0
      for number in 1...Amount.of(3, long: 10) {
        for claimed in [1, 40, 4096] {
          let place = try place()
          let injection = Injection(
            calls: "write", fault: "retval=\(claimed)", when: "\(number)", paths: place.logPaths())
          _ = try sitting(injection, in: place, &tally, mustFinish: true)
          cases += 1
        }
      }
      Ledger.shared.add("7 lying write", cases: cases, tally)
    }

    @Test("8: one sync fails: never tried again on the same file")
    func syncFails() throws {
      var tally = Tally()
      let count = Amount.of(12, long: 40)
      var recovered = 0
      for number in 1...count {
        let place = try place()
        let injection = Injection(calls: "fdatasync,fsync", fault: "error=EIO", when: "\(number)")
        let session = try sitting(injection, in: place, &tally)
        let trace = try String(contentsOfFile: place.path + "/trace", encoding: .utf8)
        guard try trace.contains(Regex("fdatasync.*= -1")), session.result.exit == 0 else { continue }
        recovered += 1
        #expect(place.logs.count > 1, "the line is in a new segment")
      }
      #expect(recovered > 0)
      Ledger.shared.add("8 EIO on one sync", cases: count, tally)
    }

    @Test("9: every sync fails from some moment on: nothing is called saved any more")
    func syncFailsForever() throws {
      var tally = Tally()
      let count = Amount.of(6, long: 20)
      for number in 1...count {
        let place = try place()
        let injection = Injection(calls: "fdatasync,fsync", fault: "error=EIO", when: "\(number)+")
        let session = try sitting(injection, in: place, &tally)
        let trace = try String(contentsOfFile: place.path + "/trace", encoding: .utf8)
        let failed = trace.split(separator: "\n").filter { $0.contains("sync") && $0.contains("= -1") }
        // A sitting has only so many syncs, and a new segment may still be had by the other call: whoever ends well must
        // have saved everything, which the sitting itself looks at.
        #expect(!failed.isEmpty || number > answers.count)
        #expect(failed.isEmpty ? session.result.exit == 0 : [0, 3, 4].contains(session.result.exit))
        // Each call name counts for itself: data that was synced before the first failure may have been acknowledged.
        let good = trace.split(separator: "\n").count { $0.contains("fdatasync(") && $0.contains("= 0") }
        #expect(session.count <= good, "saved only what was synced")
      }
      Ledger.shared.add("9 EIO on every sync", cases: count, tally)
    }

    @Test("10: interrupted calls are simply made again")
    func interrupted() throws {
      var tally = Tally()
      for when in ["1+3", "1+2", "2+3"] {
        let place = try place()
        let injection = Injection(
          calls: "write,fdatasync,fsync", fault: "error=EINTR", when: when, paths: place.logPaths())
        let session = try sitting(injection, in: place, &tally, mustFinish: true)
        #expect(session.count == answers.count)
      }
      Ledger.shared.add("10 EINTR", cases: 3, tally)
    }

    @Test(
      "11: a file of the store cannot be opened: a clear message, no half state",
      arguments: ["EMFILE", "EACCES", "EROFS", "ENFILE"])
    func openFails(_ error: String) throws {
      var tally = Tally()
      var cases = 0
      let template = try place()
      let before = try PlainSession(template, Array(answers.prefix(3)))
      #expect(before.count == 3)
      let log = try #require(template.logs.last)
      let folder = URL(fileURLWithPath: log).deletingLastPathComponent().path
      let next = try #require(template.logPaths().dropFirst().first)
      let files = ["lock", "device.json", "data", "forms", "media"].map { template.store + "/" + $0 }
      for file in files + [template.store, folder, log, next] {
        for number in 1...Amount.of(1, long: 4) {
          let injection = Injection(calls: "openat", fault: "error=\(error)", when: "\(number)", paths: [file])
          let session = try PlainSession(
            template, visit: 1, ["thử"], through: injection.wrapper(log: template.path + "/trace"))
          #expect(session.result.isDefined, "\(file) \(error): \(session.result.exit) \(session.result.words)")
          if session.result.exit != 0 { #expect(!session.result.words.isEmpty, "\(file) \(error)") }
          try template.audit(
            acknowledged: before.acknowledged, said: Set(answers + ["thử"]), &tally, "\(file) \(error)")
          cases += 1
        }
      }
      Ledger.shared.add("11 open fails with \(error)", cases: cases, tally)
    }
  }
}
