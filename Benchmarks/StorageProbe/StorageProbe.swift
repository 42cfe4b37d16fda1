import Glibc
import Journal
import Records

/// Measures storage for Benchmarks/storage.py. Each line of output is one measurement: numbers with a space between.
@main
struct StorageProbe {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let command = arguments.first, arguments.count >= 2 else { throw ProbeFailure.usage }
    let path = arguments[arguments.startIndex + 1]
    let numbers = arguments.dropFirst(2).compactMap { Int($0) }
    switch command {
    case "make":
      guard numbers.count == 2 else { throw ProbeFailure.usage }
      let sample = SampleStore(path: path)
      try sample.make(events: numbers[0], devices: numbers[1])
    case "open": try open(path, writes: false)
    case "list": try list(path)
    case "close": try close(path)
    case "append": try append(path, numbers.first ?? 1000)
    default: throw ProbeFailure.usage
    }
  }

  static func options(writes: Bool) -> StoreOptions {
    StoreOptions(
      writes: writes,
      now: {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
      }, random: { UInt64.random(in: 0...UInt64.max) })
  }

  /// Seconds, lines, bytes of memory an event more than the program had.
  private static func open(_ path: String, writes: Bool) throws {
    let before = residentPeak()
    let begin = ContinuousClock.now
    let store = try Store.open(at: path, options: options(writes: writes))
    let snapshot = store.snapshot
    let seconds = seconds(since: begin)
    let memory = (residentPeak() - before) / max(1, snapshot.lines)
    print(seconds, snapshot.lines, memory, snapshot.records.count, snapshot.damaged.count)
  }

  /// Seconds until everything a first list shows is there.
  private static func list(_ path: String) throws {
    let begin = ContinuousClock.now
    let store = try Store.open(at: path, options: options(writes: false))
    let snapshot = store.snapshot
    let records = snapshot.records.values.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    var shown = 0
    for record in records { shown += record.summary.label.utf8.count + (record.isExported ? 1 : 0) }
    shown += snapshot.visits.count + snapshot.recordsByVisit.count
    print(seconds(since: begin), records.count, shown)
  }

  /// Opens for writing and closes again, which leaves a cache.
  private static func close(_ path: String) throws {
    let begin = ContinuousClock.now
    let store = try Store.open(at: path, options: options(writes: true))
    try store.close()
    print(seconds(since: begin), store.snapshot.lines)
  }

  /// Microseconds a durable answer.
  private static func append(_ path: String, _ count: Int) throws {
    let store = try Store.open(at: path, options: options(writes: true))
    let record = "6d1c4a57-8f0e-4a52-9a3b-3f9c01ef77aa"
    try store.appendAndWait([.set(record: record, field: "/data/may{7f3a}/gia", value: "0")])
    let begin = ContinuousClock.now
    for number in 0..<count {
      try store.appendAndWait([.set(record: record, field: "/data/may{7f3a}/gia", value: String(1_250_000 + number))])
    }
    print(seconds(since: begin) / Double(count) * 1e6)
    try store.close()
  }

  private static func seconds(since begin: ContinuousClock.Instant) -> Double {
    let elapsed = (ContinuousClock.now - begin).components
    return Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
  }

  private static func residentPeak() -> Int {
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
  }
}

/// Why a measurement was not made.
enum ProbeFailure: Error {
  /// The arguments are none.
  case usage
}
