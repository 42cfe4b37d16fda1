import Fieldwork
import Glibc
import JSON
import Journal
import Synchronization
import TestSupport
import Testing

@testable import Records

/// A cache changes nothing but the time that opening takes.
@Suite struct CacheTests {
  private let laptop = Laptop("Máy 1", seed: 21)

  private func options(_ laptop: Laptop, writes: Bool = true) -> StoreOptions {
    var options = laptop.options(writes: writes)
    options.cacheBytes = 1
    options.segmentBytes = 4000
    return options
  }

  private func open(_ laptop: Laptop, writes: Bool = true) throws -> Store {
    try Store.open(at: laptop.path, options: options(laptop, writes: writes))
  }

  private func cache(_ laptop: Laptop) -> String { laptop.path + "/cache/state" }

  /// What a replay of all logs gives.
  private func replayed(_ laptop: Laptop) throws -> Projection {
    var projection = Projection()
    try StoreOpening.readLogs(laptop.path, into: &projection, .live, nil)
    return projection
  }

  /// Everything a state says, in comparable form.
  private func words(_ projection: Projection) -> [String] {
    var words = [projection.snapshot.stateHash.hex, String(projection.snapshot.lines), projection.clock.hex]
    for record in projection.snapshot.records.values.sorted(by: { $0.id < $1.id }) {
      words.append("\(record.id) \(record.summary) \(record.count) \(record.lastDone ?? -1) \(record.revisions)")
      words.append("\(record.lastCheckpoint ?? -1) \(record.hasSeveralWriters) \(record.isForked) \(record.conflicts)")
      words.append("\(record.exportedVersions.sorted()) \(record.events.map(\.body.text))")
    }
    for device in projection.snapshot.devices.values.sorted(by: { $0.id < $1.id }) {
      words.append("\(device.id) \(device.lastSeen) \(device.numbers.sorted { $0.key < $1.key })")
    }
    for (list, folds) in projection.caseFolds.sorted(by: { $0.key < $1.key }) {
      for (id, fold) in folds.sorted(by: { $0.key < $1.key }) { words.append("\(list) \(id) \(fold.object)") }
    }
    for (id, fold) in projection.visitFolds.sorted(by: { $0.key < $1.key }) { words.append("\(id) \(fold.object)") }
    words.append("\(projection.groups.values.map { $0.numbers.sorted() }.sorted { $0.lexicographicallyPrecedes($1) })")
    return words
  }

  private func state(_ store: Store) -> Projection { store.state.withLock { $0.projection } }

  @Test func aCacheIsUsedAndSaysWhatTheLogsSay() throws {
    let store = try open(laptop)
    var random = SeededGenerator()
    for _ in 0..<200 { try store.appendAndWait([StoreEvents.draft(&random, store)]) }
    try store.close()
    #expect(FileSystem.live.isPresent(cache(laptop)))
    let found = try #require(StateCache(root: laptop.path, .live).load().projection)
    #expect(words(found) == words(try replayed(laptop)))
    #expect(found.snapshot.lines > 200)
    let again = try open(laptop, writes: false)
    #expect(state(again).cachedBytes > 0)
    #expect(words(state(again)) == words(found))
  }

  /// The lines behind what a cache covers are folded on top.
  @Test func whatIsNewComesOnTop() throws {
    var random = SeededGenerator()
    for round in 0..<12 {
      var options = options(laptop)
      // Some rounds leave a cache, others only lines.
      options.cacheBytes = round % 3 == 0 ? 1 : Int.max / 64
      let store = try Store.open(at: laptop.path, options: options)
      for _ in 0..<15 { try store.append([StoreEvents.draft(&random, store)]) { _ in } }
      try store.close()
      let again = try open(laptop, writes: false)
      #expect(round % 3 == 0 || state(again).coveredBytes > state(again).cachedBytes)
      #expect(words(state(again)) == words(try replayed(laptop)))
      #expect(store.snapshot.stateHash == again.snapshot.stateHash)
    }
  }

  /// Any cut and any changed byte: the cache is not believed, or it says the same.
  @Test func aDamagedCacheIsNone() throws {
    let store = try open(laptop)
    var random = SeededGenerator()
    for _ in 0..<60 { try store.append([StoreEvents.draft(&random, store)]) { _ in } }
    try store.close()
    let content = try FileSystem.live.contents(of: cache(laptop))
    let expected = store.snapshot.stateHash
    let times = getenv("KHAOSAT_LONG") == nil ? 150 : 3000
    for _ in 0..<times {
      var changed = content
      if Bool.random(using: &random) {
        changed.removeLast(Int.random(in: 1...content.count, using: &random))
      } else {
        changed[Int.random(in: 0..<content.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
      }
      try FileSystem.live.replace(cache(laptop), with: changed)
      #expect(StateCache(root: laptop.path, .live).load().projection == nil)
      #expect(try open(laptop, writes: false).snapshot.stateHash == expected)
    }
  }

  /// Logs that come, go, grow and change behind the back of a cache: what is opened is always what the logs say.
  @Test func aCacheIsBelievedOnlyWhereTheLogsBearItOut() throws {
    var random = SeededGenerator()
    for round in 0..<(getenv("KHAOSAT_LONG") == nil ? 25 : 400) {
      let (one, two) = (Laptop("Máy 1", seed: UInt64(round + 1)), Laptop("Máy 2", seed: UInt64(round + 1000)))
      for laptop in [one, two] {
        let store = try open(laptop)
        for _ in 0..<40 { try store.append([StoreEvents.draft(&random, store)]) { _ in } }
        try store.close()
      }
      if Bool.random(using: &random) { try one.take(from: two) }
      try open(one).close()
      let files = try LogFile.all(below: one.path, "data", .live) + LogFile.all(below: one.path, "peers", .live)
      let file = try #require(files.randomElement(using: &random))
      var content = try FileSystem.live.contents(of: file.path)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: try FileSystem.live.unlink(file.path)
      case 1: content.removeLast(Int.random(in: 1...content.count, using: &random))
      case 2: content += Array("rác\n".utf8)
      case 3: content[Int.random(in: 0..<content.count, using: &random)] ^= 1
      case 4: try one.take(from: two)
      default: content = content.dropLast(40) + Array("{".utf8)
      }
      if FileSystem.live.isPresent(file.path) { try FileSystem.live.replace(file.path, with: content) }
      #expect(words(state(try open(one, writes: false))) == words(try replayed(one)))
    }
  }

  /// A log that became shorter at the end of a line is a prefix nobody could tell from the whole, but for the cache.
  @Test func aTailThatIsGoneIsNamed() throws {
    let other = Laptop("Máy 2", seed: 5)
    let store = try open(other)
    try store.appendAndWait([Sample.open(), Sample.set("a", "1"), Sample.set("a", "2"), Sample.set("a", "3")])
    try store.close()
    try laptop.take(from: other)
    try open(laptop).close()
    let file = try #require(try LogFile.all(below: laptop.path, "peers", .live).first)
    let content = try FileSystem.live.contents(of: file.path)
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: true)
    let shorter = Array(content.dropLast(lines.suffix(2).reduce(0) { $0 + $1.count + 1 }))
    try FileSystem.live.replace(file.path, with: shorter)
    for _ in 0..<2 {
      // The next cache remembers it, too.
      let again = try open(laptop)
      #expect(again.notices == [.missingTail(device: file.device, lines: 2)])
      #expect(again.verify().gaps.map { [$0.from, $0.to] } == [[UInt64(lines.count - 1), UInt64(lines.count)]])
      try again.appendAndWait([Sample.note()])
      try again.close()
    }
    try FileSystem.live.replace(file.path, with: content)
    let whole = try open(laptop)
    #expect(whole.notices.isEmpty && whole.verify().gaps.isEmpty)
    try whole.close()
  }

  /// Lines of a record that are not where the cache says are looked for everywhere.
  @Test func linesThatMovedAreFound() throws {
    let store = try open(laptop)
    try store.appendAndWait([Sample.open(), Sample.set("a", "1"), Sample.set("b", "2")])
    try store.close()
    var cached = try #require(StateCache(root: laptop.path, .live).load().projection)
    let runs = cached.snapshot.records[Sample.record]?.runs ?? []
    #expect(!runs.isEmpty)
    cached.snapshot.records[Sample.record]?.runs = runs.map {
      LineRun(file: $0.file, offset: $0.offset + 7, length: $0.length)
    }
    #expect(cached.snapshot.records[Sample.record]?.fields.fields["/data/a"]?.value == "1")
    #expect(cached.lines.hasDoubt && cached.bytes(below: laptop.path) == nil)
  }

  @Test func readingWritesNoCache() throws {
    let store = try laptop.open()
    try store.appendAndWait([Sample.open()])
    try store.close()
    try FileSystem.live.removeIfPresent(cache(laptop))
    try open(laptop, writes: false).close()
    #expect(!FileSystem.live.isPresent(cache(laptop)))
  }
}
