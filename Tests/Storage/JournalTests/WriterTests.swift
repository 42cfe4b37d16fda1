import Glibc
import JSON
import Synchronization
import TestSupport
import Testing

@testable import Journal

@Suite struct WriterTests {
  @Test func firstLinesAndGoingOn() throws {
    let log = Log()
    let writer = try log.open()
    #expect(writer.epoch == "3f9c")
    try writer.appendAndWait([Log.answer("1"), Log.answer("2")])
    try writer.close()
    let again = try log.open(epoch: "3f9c")
    try again.appendAndWait([Log.answer("3")])
    try again.close()
    #expect(try log.names == ["3f9c-0001.jsonl"])
    #expect(try log.lines().map(\.number) == [1, 2, 3, 4])
    #expect(try log.values() == ["1", "2", "3"])
    #expect(try log.verify().isClean)
    #expect(throws: JournalProblem.closed) { try again.appendAndWait([Log.answer("4")]) }
  }

  @Test func acknowledgedAfterTheSync() throws {
    let log = Log()
    let writer = try log.open()
    let results = Mutex<[UInt64]>([])
    for value in 0..<50 {
      try writer.append([Log.answer(String(value))]) { result in
        guard case .success(let acknowledgement) = result else { return }
        // What is acknowledged can be read back from the file by anybody.
        let onDisk = (try? log.lines().map(\.number).max()) ?? 0
        results.withLock { $0.append(onDisk >= acknowledgement.number ? acknowledgement.number : 0) }
      }
    }
    try writer.flush()
    #expect(results.withLock { $0 } == Array(2...51))
    #expect(writer.state == .saved)
    // Lines that gather while the medium is busy share one sync.
    #expect(log.faults.count(.fdatasync) <= 50)
  }

  @Test func rotationSealsAndGoesOn() throws {
    let log = Log()
    let writer = try log.open(segmentBytes: 4_000)
    for value in 0..<100 { try writer.append([Log.answer(String(value))], acknowledged: nil) }
    try writer.close()
    #expect(try log.names.count > 5)
    #expect(try log.values() == (0..<100).map(String.init))
    var report = try log.verify()
    let count = try log.lines().count
    #expect(report.ends.map(\.from) == [UInt64(count) + 1])
    report.ends = []
    var expected = VerificationReport()
    expected.lines = count
    #expect(report == expected)
    for name in try log.names { #expect(try FileSystem.live.contents(of: log.directory + "/" + name).count <= 4_000) }
    let again = try log.open(epoch: "3f9c", segmentBytes: 4_000)
    try again.appendAndWait([Log.answer("100")])
    try again.close()
    #expect(try log.verify().isClean)
  }

  @Test func oldSegmentsAreSealed() throws {
    let log = Log()
    let writer = try log.open()
    try writer.appendAndWait([Log.answer("1")])
    log.clock.withLock { $0 += 31 * 86_400_000 }
    try writer.appendAndWait([Log.answer("2")])
    try writer.close()
    #expect(try log.lines().map(\.kind) == ["head", "set", "seal", "head", "set"])
    #expect(try log.verify().isClean)
  }

  @Test func aClockThatGoesBackIsRecorded() throws {
    let log = Log()
    let writer = try log.open()
    try writer.appendAndWait([Log.answer("1")])
    log.clock.withLock { $0 -= 400 * 86_400_000 }
    try writer.appendAndWait([Log.answer("2"), Log.answer("3")])
    try writer.close()
    #expect(try log.lines().map(\.kind) == ["head", "set", "clock", "set", "set"])
    #expect(try log.verify().isClean)
  }

  @Test func aLineThatIsTooLongIsRefusedAndNothingIsNumbered() throws {
    let log = Log()
    let writer = try log.open()
    let long = Log.answer(String(repeating: "x", count: 4 << 20))
    #expect(throws: JournalProblem.self) { try writer.appendAndWait([Log.answer("1"), long]) }
    try writer.appendAndWait([Log.answer("2")])
    #expect(throws: JournalProblem.badName("Set")) { try writer.appendAndWait([LineDraft(kind: "Set")]) }
    try writer.close()
    #expect(try log.values() == ["2"])
    #expect(try log.verify().isClean)
  }

  @Test func shortAndInterruptedCallsHaveNoEffect() throws {
    let log = Log()
    log.faults.set { call, count, _ in
      if count % 3 == 1, [.write, .fdatasync, .fsync, .open, .read].contains(call) { return .fail(EINTR) }
      return call == .write ? .short(7) : nil
    }
    let writer = try log.open()
    for value in 0..<20 { try writer.appendAndWait([Log.answer(String(value))]) }
    try writer.close()
    #expect(try log.names == ["3f9c-0001.jsonl"])
    #expect(try log.values() == (0..<20).map(String.init))
    #expect(try log.verify().isClean)
  }

  @Test func aFailedSyncIsNeverRetriedOnTheSameFile() throws {
    let log = Log()
    let writer = try log.open()
    try writer.appendAndWait([Log.answer("1")])
    log.faults.set { call, count, _ in call == .fdatasync && count == 1 ? .fail(EIO) : nil }
    try writer.appendAndWait([Log.answer("2")])
    #expect(log.faults.count(.fdatasync) == 1)
    try writer.appendAndWait([Log.answer("3")])
    try writer.close()
    #expect(try log.names == ["3f9c-0001.jsonl", "3f9c-0002.jsonl"])
    let numbers = try log.lines().map(\.number)
    #expect(numbers == [1, 2, 3, 3, 4, 5])
    #expect(try log.values() == ["1", "2", "3"])
    #expect(try log.verify().isClean)
  }

  @Test func aFullMediumKeepsTheAnswerAndSaysSo() throws {
    let log = Log()
    let states = Mutex<[SaveState]>([])
    let writer = try log.open { state in states.withLock { $0.append(state) } }
    log.faults.set { call, _, _ in call == .write ? .shortThenFail(10, ENOSPC) : nil }
    let results = Mutex<[Bool]>([])
    try writer.append([Log.answer("1")]) { result in
      results.withLock { $0.append((try? result.get()) != nil) }
    }
    #expect(throws: JournalProblem.self) { try writer.flush() }
    guard case .unsaved(let count, .system(let failure)) = writer.state else {
      Issue.record("\(writer.state)")
      return
    }
    #expect(count >= 1 && failure.isFull)
    log.faults.set { _, _, _ in nil }
    try writer.flush()
    #expect(writer.state == .saved)
    #expect(results.withLock { $0.last } == true)
    #expect(results.withLock { $0.first } == false)
    try writer.close()
    #expect(try log.values() == ["1"])
    #expect(try log.verify().isClean)
    #expect(states.withLock { $0.last } == .saved)
  }

  @Test func aLyingWriteIsCaught() throws {
    let log = Log()
    let writer = try log.open()
    log.faults.set { call, count, _ in call == .write && count == 2 ? .lie : nil }
    for value in 0..<5 { try writer.appendAndWait([Log.answer(String(value))]) }
    try writer.close()
    #expect(try log.values() == (0..<5).map(String.init))
    #expect(try log.verify().isClean)
  }

  @Test func aSyncThatAlwaysFailsIsNeverCalledSaved() throws {
    let log = Log()
    let writer = try log.open()
    log.faults.set { call, _, _ in call == .fdatasync || call == .fsync ? .fail(EIO) : nil }
    for value in 0..<5 {
      #expect(throws: JournalProblem.self) { try writer.appendAndWait([Log.answer(String(value))]) }
    }
    #expect(throws: JournalProblem.self) { try writer.close() }
    guard case .unsaved = writer.state else {
      Issue.record("\(writer.state)")
      return
    }
  }

  @Test func aSealThatCannotBeSyncedGoesToTheNextFile() throws {
    for failing in 1...40 {
      let log = Log()
      let writer = try log.open(segmentBytes: 2_000)
      log.faults.set { call, _, total in total == failing && call != .mkdir ? .fail(EIO) : nil }
      for value in 0..<30 {
        _ = try? writer.append([Log.answer(String(value))], acknowledged: nil)
        if value % 7 == 0 { try? writer.flush() }
      }
      try writer.close()
      #expect(try log.values().sorted() == (0..<30).map(String.init).sorted(), "call \(failing)")
      let report = try log.verify()
      #expect(report.isClean, "call \(failing): \(report)")
    }
  }

  @Test func everySystemCallMayFail() throws {
    var failing = 0
    var reached = true
    while reached {
      failing += 1
      let target = failing
      for code in [EIO, ENOSPC, EINTR] {
        let log = Log()
        log.faults.set { _, _, total in total == target ? .fail(code) : nil }
        var acknowledged: [String] = []
        do throws(JournalProblem) {
          let writer = try log.open(segmentBytes: 1_500)
          for value in 0..<12 {
            do throws(JournalProblem) {
              try writer.appendAndWait([Log.answer(String(value))])
              acknowledged.append(String(value))
            } catch {}
          }
          try writer.close()
          // Once closing succeeds everything is there, whatever was said in between.
          acknowledged = (0..<12).map(String.init)
        } catch {}
        reached = log.faults.total >= target
        log.faults.set { _, _, _ in nil }
        let found = Set((try? log.values()) ?? [])
        #expect(found.isSuperset(of: acknowledged), "call \(target), code \(code)")
        guard !((try? log.names) ?? []).isEmpty else { continue }
        let again = try log.open(epoch: "3f9c", segmentBytes: 1_500)
        try again.appendAndWait([Log.answer("after")])
        try again.close()
        let report = try log.verify()
        #expect(report.isClean, "call \(target), code \(code): \(report)")
        #expect(try log.values().contains("after"))
      }
    }
    #expect(failing > 50)
  }

  @Test func manyThreadsOneOrder() async throws {
    let log = Log()
    let writer = try log.open(segmentBytes: 20_000)
    await withTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for value in 0..<50 {
            if value % 10 == 0 {
              _ = try? writer.appendAndWait([Log.answer("\(task)-\(value)")])
            } else {
              _ = try? writer.append([Log.answer("\(task)-\(value)")], acknowledged: nil)
            }
          }
        }
      }
    }
    try writer.close()
    #expect(Set(try log.values()).count == 400)
    #expect(try log.verify().isClean)
  }

  @Test func oneLockAtATime() throws {
    let folder = TemporaryFolder()
    var lock: FileLock? = try FileLock(folder.path + "/lock", .live)
    #expect(throws: JournalProblem.locked) { try FileLock(folder.path + "/lock", .live) }
    withExtendedLifetime(lock) {}
    lock = nil
    _ = try FileLock(folder.path + "/lock", .live)
  }
}
