import Fieldwork
import JSON
import Journal
import TestSupport
import Testing

@testable import Records

/// Lines that come alone out of batches, and whole or broken logs: whatever comes first, the state is the same.
@Suite struct LooseLineProperties {
  private let laptop = Campaign("Máy 1")

  /// All lines of a log whose records were finished in groups, with a list of visits behind them.
  private func log() throws -> [Projection.Incoming] {
    let store = try laptop.open()
    try store.appendAndWait([.user(name: "An", team: "Đội 1")])
    for record in ["r-1", "r-2", "r-3"] { try Campaign.fill(store, record: record) }
    try store.appendAndWait(
      (1...3).map { .visit(Visit(id: "CS-00\($0)", code: "CS-00\($0)", label: "Cơ sở \($0)", forms: ["co_so"])) },
      isGroup: true)
    try store.appendAndWait([.reopen(record: "r-2")])
    let device = store.identity.device
    try store.close()
    let files = try Campaign.files(below: store.path + "/data/" + device)
    var projection = Projection()
    return files.sorted { $0.key < $1.key }.flatMap { path, content in
      let file = LogFile(label: path, path: path, device: device, name: path)
      return ReceivedLines.parse(content, of: file, into: &projection).events.map { line in
        // They are taken from memory: no file of the projections below holds them.
        var line = line
        line.run = nil
        return line
      }
    }
  }

  @Test func theStateDependsOnTheSetOfLinesOnly() throws {
    let loose = try log()
    var random = SeededGenerator()
    for _ in 0..<300 {
      // A prefix of the log, as a broken copy gives it, and some finished records out of batches.
      let prefix = loose.prefix(Int.random(in: 0...loose.count, using: &random)).map { line in
        var line = line
        line.isLoose = false
        return line
      }
      let single = loose.filter {
        ($0.event.kind == .done || $0.event.kind == .open) && Bool.random(using: &random)
      }
      var hashes: Set<String> = []
      for _ in 0..<6 {
        var lines = (prefix + single).shuffled(using: &random)
        lines += lines.prefix(Int.random(in: 0...lines.count, using: &random))
        var projection = Projection()
        // In pieces of any size, as files and batches come.
        while !lines.isEmpty {
          let count = min(lines.count, Int.random(in: 1...7, using: &random))
          projection.take(lines.prefix(count))
          lines.removeFirst(count)
        }
        hashes.insert(projection.snapshot.stateHash.hex)
      }
      #expect(hashes.count == 1)
    }
  }

  /// Lines of a log whose key is not here, and some of them opened, as batches bring them.
  @Test func whatIsLockedInALogAndOpenInABatchIsOpen() throws {
    let open = try log()
    var random = SeededGenerator()
    for _ in 0..<200 {
      let opened = open.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let locked = open.filter { $0.event.kind != .head }.map { line in
        let event = line.event
        return Projection.Incoming(
          event: Event(
            hash: event.hash, clock: event.clock, origin: event.origin, number: event.number, time: event.time,
            kind: event.kind, record: event.record, field: event.field,
            body: LineBody(text: LineBody.sealedMark + #"AAAA","key":"00112233445566778899"}"#)),
          group: line.group)
      }
      var hashes: Set<String> = []
      for _ in 0..<6 {
        var lines = (locked + opened).shuffled(using: &random)
        lines += lines.prefix(Int.random(in: 0...lines.count, using: &random))
        var projection = Projection()
        while !lines.isEmpty {
          let count = min(lines.count, Int.random(in: 1...7, using: &random))
          projection.take(lines.prefix(count))
          lines.removeFirst(count)
        }
        let known = Set(opened.map(\.event.hash))
        #expect(projection.snapshot.lockedLines == locked.count { !known.contains($0.event.hash) })
        hashes.insert(projection.snapshot.stateHash.hex)
      }
      #expect(hashes.count == 1)
    }
  }

  @Test func aFinishedRecordAloneIsThere() throws {
    let loose = try log()
    var projection = Projection()
    projection.take(loose.filter { $0.event.kind == .done })
    #expect(projection.snapshot.records.count == 3)
    #expect(projection.snapshot.records.values.allSatisfy { $0.status == .finalised && $0.form == "co_so" })
    #expect(projection.snapshot.visits.isEmpty)
  }
}
