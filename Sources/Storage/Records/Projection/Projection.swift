internal import Fieldwork
internal import JSON
internal import Journal

/// Folds lines of all devices into a ``Snapshot``. The state depends on the set of lines only: any order and any
/// repetition gives the same.
struct Projection {
  /// A line on its way in.
  struct Incoming: Sendable {
    let event: Event
    let group: String?
    /// Where it lies, when that is known.
    var run: LineRun?
    /// Whether it came alone, out of a finished record, and so counts without the others of its group.
    var isLoose = false

    /// The event with its place.
    var arrival: RecordState.Arrival { RecordState.Arrival(event: event, run: run) }
  }

  struct GroupKey: Hashable {
    let device: String
    let epoch: String
    let id: String
  }

  struct Group: Sendable {
    var events: [RecordState.Arrival] = []
    /// Lines seen, those that count already among them.
    var numbers: Set<UInt64> = []
    var count: Int?
  }

  var snapshot = Snapshot()
  var origins: [String: [String: OriginIndex]] = [:]
  var groups: [GroupKey: Group] = [:]
  var visitFolds: [String: KeyedFold] = [:]
  var caseFolds: [String: [String: KeyedFold]] = [:]
  var exported: [RecordID: Set<LineHash>] = [:]
  /// Field tables of the records being worked on.
  var tables: [RecordID: FieldTable] = [:]
  /// Logs in which a number came twice, or that grew since one did.
  var unsettled: Set<Origin> = []
  /// Lines whose payloads are sealed with keys that are not here.
  var locked: Set<LineHash> = []
  /// The latest clock value seen.
  var clock = HybridClock.zero
  /// How far each log file was read, by label.
  var covered: [String: CoveredFile] = [:]
  /// Bytes of the logs that a cache speaks of.
  var cachedBytes = 0
  /// Numbers that were there once: a log that ends before them has lost its tail.
  var expected: [Origin: UInt64] = [:]
  /// Where the lines of records are read when somebody asks for them.
  let lines: LogLines

  init(lines: LogLines = LogLines()) { self.lines = lines }

  /// The shared origin of a device and epoch.
  mutating func origin(_ device: String, _ epoch: String) -> Origin {
    if let there = origins[device]?[epoch] { return there.origin }
    let origin = Origin(device: device, epoch: epoch)
    origins[device, default: [:]][epoch] = OriginIndex(origin)
    return origin
  }

  /// Whether a line is known.
  func knows(_ device: String, _ epoch: String, _ number: UInt64, _ hash: LineHash) -> Bool {
    origins[device]?[epoch]?.knows(number, hash) == true
  }

  /// Whether the payload of a line that is known is sealed with a key that is not here.
  func isLocked(_ hash: LineHash) -> Bool { locked.contains(hash) }

  /// Notes damage found while reading.
  mutating func take(_ damage: [Damage]) { snapshot.damaged += damage }

  /// Takes lines, wherever they belong; those known already are passed over.
  mutating func take(_ incoming: some Sequence<Incoming>) {
    var run: [RecordState.Arrival] = []
    var seen: (origin: Origin, time: Int64, number: UInt64)?
    var index: OriginIndex?
    for line in incoming {
      if index?.origin != line.event.origin {
        put(index)
        index = takeIndex(of: line.event.origin)
      }
      guard admit(line, &index) else {
        again(line)
        continue
      }
      if let there = seen, there.origin == line.event.origin {
        seen = (there.origin, max(there.time, line.event.time), max(there.number, line.event.number))
      } else {
        note(seen)
        seen = (line.event.origin, line.event.time, line.event.number)
      }
      if line.event.kind == .head { head(line.event) }
      if let group = line.group {
        hold(line, group)
        if !line.isLoose { continue }
      }
      if let last = run.last, last.event.record != line.event.record { flush(&run) }
      if line.event.record == nil { apply(line.arrival) } else { run.append(line.arrival) }
    }
    put(index)
    flush(&run)
    note(seen)
  }

  /// Takes an index out of the table for a run of lines, so that it changes in place.
  mutating func takeIndex(of origin: Origin) -> OriginIndex {
    origins[origin.device, default: [:]].removeValue(forKey: origin.epoch) ?? OriginIndex(origin)
  }

  /// Puts it back.
  mutating func put(_ index: OriginIndex?) {
    guard let index else { return }
    origins[index.origin.device, default: [:]][index.origin.epoch] = index
  }

  /// The versions of a field that a new one replaces. Where none are known of a record that came as a whole, it replaces
  /// what was finished.
  mutating func versions(record: RecordID, field: String) -> [LineHash] {
    let known = table(of: record).versions(of: field)
    return known.isEmpty ? snapshot.records[record]?.lastDoneHash.map { [$0] } ?? [] : known
  }

  /// The fields of a record, kept for the next question.
  mutating func table(of record: RecordID) -> FieldTable {
    if let table = tables[record] { return table }
    let table = snapshot.records[record]?.fields ?? FieldTable()
    if tables.count >= Self.greatestTables { tables.removeAll() }
    tables[record] = table
    return table
  }

  private static let greatestTables = 16

  private mutating func admit(_ line: Incoming, _ index: inout OriginIndex?) -> Bool {
    let event = line.event
    if index?.others.isEmpty == false { unsettled.insert(event.origin) }
    switch index?.admit(event.number, event.hash) {
    case .known?, nil: return false
    case .forked?: fork(event.origin.device, event.origin.epoch, event.number)
    case .new?: break
    }
    snapshot.lines += 1
    if event.body.isSealed { lock(event.hash) }
    clock = max(clock, event.clock)
    return true
  }

  mutating func fork(_ device: String, _ epoch: String, _ number: UInt64) {
    unsettled.insert(origin(device, epoch))
    // One fork an epoch, at its first number.
    let there = snapshot.forks.first { $0.device == device && $0.epoch == epoch }
    if let there {
      guard number < there.number else { return }
      snapshot.forks.remove(there)
    }
    snapshot.forks.insert(Fork(device: device, epoch: epoch, number: number))
    markForked()
  }

  /// Marks the records to which a device wrote under a number that was used twice.
  mutating func markForked() {
    guard !snapshot.forks.isEmpty else { return }
    for (id, record) in snapshot.records where !record.isForked && record.origins.contains(where: isForked) {
      snapshot.records[id]?.isForked = true
    }
  }

  private func isForked(_ origin: Origin) -> Bool {
    snapshot.forks.contains { $0.device == origin.device && $0.epoch == origin.epoch }
  }

  mutating func note(_ seen: (origin: Origin, time: Int64, number: UInt64)?) {
    guard let (origin, time, number) = seen else { return }
    var state = snapshot.devices[origin.device] ?? DeviceState(id: origin.device)
    state.lastSeen = max(state.lastSeen, time)
    state.numbers[origin.epoch] = max(state.numbers[origin.epoch] ?? 0, number)
    snapshot.devices[origin.device] = state
  }

  /// Our own heads are written behind the projection's back; what they say is told here.
  mutating func introduce(_ identity: DeviceIdentity, application: String) {
    var state = snapshot.devices[identity.device] ?? DeviceState(id: identity.device)
    state.name = identity.name
    state.application = application
    snapshot.devices[identity.device] = state
  }

  /// The latest head tells what a device is called.
  mutating func head(_ event: Event) {
    guard let payload = event.body.payload else { return }
    var state = snapshot.devices[event.device] ?? DeviceState(id: event.device)
    guard event.clock >= state.headClock else { return }
    state.headClock = event.clock
    state.name = payload["name"]?.stringValue ?? ""
    state.application = payload["app"]?.stringValue ?? ""
    snapshot.devices[event.device] = state
  }
}

// MARK: - Groups

extension Projection {
  /// Lines of a group wait until the closing one with the count is there. A loose line is only counted.
  mutating func hold(_ line: Incoming, _ mark: String) {
    let (key, count) = groupKey(line.event, mark)
    var group = groups[key] ?? Group()
    if !line.isLoose { group.events.append(line.arrival) }
    group.numbers.insert(line.event.number)
    group.count = count ?? group.count
    guard let count = group.count, group.numbers.count >= count else {
      groups[key] = group
      return
    }
    groups[key] = nil
    for arrival in group.events { apply(arrival) }
  }

  /// A line that is known already. Of a group: a loose one frees its waiting twin, another one is counted, so that the
  /// state does not depend on which of them came first.
  mutating func again(_ line: Incoming) {
    if !locked.isEmpty, !line.event.body.isSealed { unlock(line) }
    guard let mark = line.group else { return }
    guard line.isLoose else {
      var counted = line
      counted.isLoose = true
      return hold(counted, mark)
    }
    let key = groupKey(line.event, mark).key
    guard let place = groups[key]?.events.firstIndex(where: { $0.event.hash == line.event.hash }),
      let twin = groups[key]?.events.remove(at: place)
    else { return }
    apply(twin)
  }

  func groupKey(_ event: Event, _ mark: String) -> (key: GroupKey, count: Int?) {
    let parts = mark.split(separator: ":", maxSplits: 1)
    let key = GroupKey(device: event.origin.device, epoch: event.origin.epoch, id: String(parts.first ?? ""))
    return (key, parts.count == 2 ? Int(parts[1]) : nil)
  }
}

// MARK: - Applying

extension Projection {
  private mutating func flush(_ run: inout [RecordState.Arrival]) {
    guard let record = run.first?.event.record else { return }
    let exports = exported[record] ?? []
    let isBehind = snapshot.records[
      record, default: RecordState(id: record, exportedVersions: exports, lines: lines)
    ].take(run)
    if !snapshot.forks.isEmpty, run.contains(where: { isForked($0.event.origin) }) {
      snapshot.records[record]?.isForked = true
    }
    // Only lines at the very end keep the table valid; otherwise it is folded anew when asked for.
    if var table = tables.removeValue(forKey: record), isBehind {
      let events = run.map(\.event)
      for event in RecordState.isSorted(events) ? events : events.sorted(by: Event.isBefore) { table.take(event) }
      tables[record] = table
    }
    run.removeAll(keepingCapacity: true)
  }

  mutating func apply(_ arrival: RecordState.Arrival) {
    let event = arrival.event
    guard event.record == nil else {
      var run = [arrival]
      return flush(&run)
    }
    switch event.kind {
    case .user: Self.insert(event, into: &snapshot.users[event.device, default: []])
    case .visit: visit(event)
    case .case: `case`(event)
    case .export: export(event)
    case .import: Self.insert(event, into: &snapshot.imports)
    default: break
    }
  }

  private static func insert(_ event: Event, into events: inout [Event]) {
    let place = events.lastIndex { Event.isBefore($0, event) }.map { $0 + 1 } ?? 0
    events.insert(event, at: place)
  }

  mutating func visit(_ event: Event) {
    guard let payload = event.body.payload, let id = payload["visit"]?.stringValue else { return }
    visitFolds[id, default: KeyedFold()].take(payload, of: event)
    guard let object = visitFolds[id]?.object, let visit = Visit(json: object) else { return }
    let updated = max(snapshot.visits[id]?.updated ?? 0, event.time)
    snapshot.visits[id] = VisitState(visit: visit, updated: updated)
  }

  mutating func `case`(_ event: Event) {
    guard let payload = event.body.payload, let id = payload["case"]?.stringValue,
      let list = payload["list"]?.stringValue, case .object(let fields)? = payload["fields"]
    else { return }
    caseFolds[list, default: [:]][id, default: KeyedFold()].take(fields, of: event)
    snapshot.cases[list, default: [:]][id] = caseFolds[list]?[id]?.object
  }

  private mutating func export(_ event: Event) {
    Self.insert(event, into: &snapshot.exports)
    mark(event)
  }

  /// Marks what an export took as exported.
  mutating func mark(_ event: Event) {
    for pair in event.body.payload?["records"]?.arrayValue ?? [] {
      guard let record = pair[0]?.stringValue, let hash = pair[1]?.stringValue.flatMap(LineHash.init(hex:)) else {
        continue
      }
      exported[record, default: []].insert(hash)
      snapshot.records[record]?.exportedVersions.insert(hash)
    }
  }
}
