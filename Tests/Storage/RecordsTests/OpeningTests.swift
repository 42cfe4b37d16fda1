import Journal
import Synchronization
import Testing

@testable import Records

@Suite struct OpeningTests {
  private let laptop = Laptop("Máy 1", seed: 11)

  @Test func aLogIsReadOnce() throws {
    let store = try laptop.open()
    try store.append([Sample.open()]) { _ in }
    for number in 0..<400 { try store.append([Sample.set("a", "giá trị \(number)")]) { _ in } }
    try store.close()
    let size = try log().content.count
    let read = Mutex(0)
    var system = FileSystem.live
    system.read = { file, buffer, offset throws(SystemFailure) in
      let count = try FileSystem.live.read(file, buffer, offset)
      read.withLock { $0 += count }
      return count
    }
    let again = try Store.open(at: laptop.path, options: laptop.options(fileSystem: system))
    #expect(read.withLock { $0 } < size + 4096)
    #expect(again.notices.isEmpty)
    try again.close()
  }

  /// The seal covers what was there before the log was gone on with.
  @Test func aSegmentGoneOnWithIsSealedWhole() throws {
    var options = laptop.options()
    options.segmentBytes = 6000
    for round in 0..<12 {
      let store = try Store.open(at: laptop.path, options: options)
      if round == 0 { try store.appendAndWait([Sample.open()]) }
      for number in 0..<3 { try store.append([Sample.set("a", "\(round).\(number)")]) { _ in } }
      try store.close()
    }
    let store = try Store.open(at: laptop.path, options: options)
    #expect(store.verify().damaged.allSatisfy { $0.kind == .form })
    #expect(store.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "11.2")
    let names = try FileSystem.live.list(laptop.path + "/data/" + store.identity.device)
    #expect(names.count > 2)
    try store.close()
  }

  /// A file that grew behind the back of the opening is read again.
  @Test func aFileThatChangedSinceIsReadWhole() throws {
    let store = try laptop.open()
    try store.appendAndWait([Sample.open(), Sample.set("a", "1")])
    try store.close()
    let (path, content) = try log()
    let calls = Calls()
    var system = FileSystem.live
    system.close = { file throws(SystemFailure) in
      try FileSystem.live.close(file)
      // The bytes of a stranger come between the replay and the opening of the writer: after device.json and the log.
      if calls.next() == 2 { try? FileSystem.live.replace(path, with: content + Array("rác".utf8)) }
    }
    let again = try Store.open(at: laptop.path, options: laptop.options(fileSystem: system))
    try again.appendAndWait([Sample.set("a", "2")])
    #expect(again.verify().damaged.allSatisfy { $0.kind == .form })
    #expect(again.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "2")
    try again.close()
  }

  /// A file whose first line was never finished held nothing: neither `verify` nor the next opening minds it.
  @Test func anInterruptedFirstWriteIsNoDamage() throws {
    let device = try begun()
    let directory = laptop.path + "/data/" + device
    let head = Array(#"{"v":1,"d":"\#(device)","e":"0abc","n":1,"t":"2026-11-20T22:13:16.512Z","h":"0196"#.utf8)
    for length in [0, 1, 9, 30, 45, head.count] {
      try FileSystem.live.replace(directory + "/0abc-0001.jsonl", with: Array(head.prefix(length)))
      let report = try laptop.open(writes: false).verify()
      #expect(report.damaged.allSatisfy { $0.kind == .form } && report.deadBytes == length)
    }
    // Anything else there is damage.
    for bytes in [Array("rác".utf8), head + [0x0A], Array(head.dropFirst()), [UInt8](repeating: 0, count: 8)] {
      try FileSystem.live.replace(directory + "/0abc-0001.jsonl", with: bytes)
      #expect(try laptop.open(writes: false).verify().damaged.contains { $0.kind != .form })
    }
    try FileSystem.live.replace(directory + "/0abc-0001.jsonl", with: head)
    let store = try laptop.open()
    try store.appendAndWait([Sample.set("a", "2")])
    #expect(store.verify().damaged.allSatisfy { $0.kind == .form })
    try store.close()
  }

  /// The log in use cut down to the beginning of its first line is damage: its lines had been acknowledged.
  @Test func aLogCutInItsFirstLineIsDamage() throws {
    _ = try begun()
    let (path, content) = try log()
    try FileSystem.live.replace(path, with: Array(content.prefix(60)))
    #expect(try laptop.open(writes: false).verify().damaged.contains { $0.kind == .torn })
  }

  /// A full medium gets no file more with every try.
  @Test func aFullMediumLeavesNoFiles() throws {
    var system = FileSystem.live
    system.write = { _, _ throws(SystemFailure) in throw SystemFailure(.write, code: 28, path: "") }
    let device = try begun()
    let before = try FileSystem.live.list(laptop.path + "/data/" + device).count
    var options = laptop.options(machine: "another", fileSystem: system)
    options.machineID = ""
    for _ in 0..<3 {
      let store = try Store.open(at: laptop.path, options: options)
      #expect(throws: StoreProblem.self) { try store.appendAndWait([Sample.set("a", "2")]) }
      #expect(throws: StoreProblem.self) { try store.close() }
    }
    #expect(try FileSystem.live.list(laptop.path + "/data/" + device).count == before)
    #expect(try laptop.open(writes: false).verify().damaged.allSatisfy { $0.kind == .form })
  }

  private func begun() throws -> String {
    let store = try laptop.open()
    try store.appendAndWait([Sample.open(), Sample.set("a", "1")])
    try store.close()
    return store.identity.device
  }

  private func log() throws -> (path: String, content: [UInt8]) {
    let device = try #require(try FileSystem.live.list(laptop.path + "/data").first?.name)
    let directory = laptop.path + "/data/" + device
    let name = try #require(try FileSystem.live.list(directory).first?.name)
    return (directory + "/" + name, try FileSystem.live.contents(of: directory + "/" + name))
  }
}
