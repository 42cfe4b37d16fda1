internal import Fieldwork
internal import JSON
internal import Journal

/// Folds lines of all devices into a ``Snapshot``. The state depends on the set of lines only: any order and any
/// repetition gives the same.
struct Projection {
  /// A line on its way in.
  struct Incoming {
    let event: Event
    let group: String?
    /// Given where the line before stands in another file: it is compared here.
    let previous: LineHash?
    /// Where the line stands, for damage.
    let place: Damage?
    /// Whether it came alone, out of a finished record, and so counts without the others of its group.
    var isLoose = false
  }

  private struct GroupKey: Hashable {
    let device: String
    let epoch: String
    let id: String
  }

  private struct Group {
    var events: [Event] = []
    /// Lines seen, those that count already among them.
    var numbers: Set<UInt64> = []
    var count: Int?
  }

  private(set) var snapshot = Snapshot()
  private var origins: [String: [String: OriginIndex]] = [:]
  private var groups: [GroupKey: Group] = [:]
  private var visitFolds: [String: KeyedFold] = [:]
  private var caseFolds: [String: [String: KeyedFold]] = [:]
  private var exported: [RecordID: Set<LineHash>] = [:]
  /// Field tables of the records being worked on.
  private var tables: [RecordID: FieldTable] = [:]
  /// Lines whose payloads are sealed with keys that are not here.
  private var locked: Set<LineHash> = []
  /// The latest clock value seen.
  private(set) var clock = HybridClock.zero

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
    var run: [Event] = []
    var seen: (origin: Origin, time: Int64, number: UInt64)?
    var index: OriginIndex?
    for line in incoming {
      if index?.origin !== line.event.origin {
        put(index)
        index = take(line.event.origin)
      }
      guard admit(line, &index) else {
        again(line)
        continue
      }
      if let there = seen, there.origin === line.event.origin {
        seen = (there.origin, max(there.time, line.event.time), max(there.number, line.event.number))
      } else {
        note(seen)
        seen = (line.event.origin, line.event.time, line.event.number)
      }
      if line.event.kind == .head { head(line.event) }
      if let group = line.group {
        hold(line.event, group, isLoose: line.isLoose)
        if !line.isLoose { continue }
      }
      if let last = run.last, last.record != line.event.record { flush(&run) }
      if line.event.record == nil { apply(line.event) } else { run.append(line.event) }
    }
    put(index)
    flush(&run)
    note(seen)
  }

  /// Takes an index out of the table for a run of lines, so that it changes in place.
  private mutating func take(_ origin: Origin) -> OriginIndex {
    origins[origin.device, default: [:]].removeValue(forKey: origin.epoch) ?? OriginIndex(origin)
  }

  private mutating func put(_ index: OriginIndex?) {
    guard let index else { return }
    origins[index.origin.device, default: [:]][index.origin.epoch] = index
  }

  /// The versions of a field that a new one replaces.
  mutating func versions(record: RecordID, field: String) -> [LineHash] {
    table(of: record).versions(of: field)
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
    if let previous = line.previous, let place = line.place, index?.follows(event.number, previous) == false {
      snapshot.damaged.append(place)
    }
    switch index?.admit(event.number, event.hash) {
    case .known?, nil: return false
    case .forked?: fork(event.origin.device, event.origin.epoch, event.number)
    case .new?: break
    }
    snapshot.lines += 1
    if event.body.isSealed { lock(event) }
    clock = max(clock, event.clock)
    return true
  }

  private mutating func fork(_ device: String, _ epoch: String, _ number: UInt64) {
    // One fork an epoch, at its first number.
    let there = snapshot.forks.first { $0.device == device && $0.epoch == epoch }
    if let there {
      guard number < there.number else { return }
      snapshot.forks.remove(there)
    }
    snapshot.forks.insert(Fork(device: device, epoch: epoch, number: number))
    for (id, record) in snapshot.records where record.events.contains(where: isForked) {
      snapshot.records[id]?.isForked = true
    }
  }

  private func isForked(_ event: Event) -> Bool {
    snapshot.forks.contains { $0.device == event.origin.device && $0.epoch == event.origin.epoch }
  }

  private mutating func note(_ seen: (origin: Origin, time: Int64, number: UInt64)?) {
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
  private mutating func head(_ event: Event) {
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
  private mutating func hold(_ event: Event, _ mark: String, isLoose: Bool) {
    let (key, count) = groupKey(event, mark)
    var group = groups[key] ?? Group()
    if !isLoose { group.events.append(event) }
    group.numbers.insert(event.number)
    group.count = count ?? group.count
    guard let count = group.count, group.numbers.count >= count else {
      groups[key] = group
      return
    }
    groups[key] = nil
    for event in group.events { apply(event) }
  }

  /// A line of a group that is known already: a loose one frees its waiting twin, another one is counted, so that the
  /// state does not depend on which of them came first.
  private mutating func again(_ line: Incoming) {
    if !locked.isEmpty, !line.event.body.isSealed { unlock(line) }
    guard let mark = line.group else { return }
    guard line.isLoose else { return hold(line.event, mark, isLoose: true) }
    let key = groupKey(line.event, mark).key
    guard let place = groups[key]?.events.firstIndex(where: { $0.hash == line.event.hash }) else { return }
    groups[key]?.events.remove(at: place)
    apply(line.event)
  }

  private func groupKey(_ event: Event, _ mark: String) -> (key: GroupKey, count: Int?) {
    let parts = mark.split(separator: ":", maxSplits: 1)
    let key = GroupKey(device: event.origin.device, epoch: event.origin.epoch, id: String(parts.first ?? ""))
    return (key, parts.count == 2 ? Int(parts[1]) : nil)
  }
}

// MARK: - Opening

extension Projection {
  private mutating func lock(_ event: Event) {
    locked.insert(event.hash)
    snapshot.lockedLines = locked.count
  }

  /// Takes the payload of a line that is known and was locked until now: its key came, or it came in the clear with a
  /// batch. So the state does not depend on which was first.
  private mutating func unlock(_ line: Incoming) {
    let event = line.event
    guard locked.remove(event.hash) != nil else { return }
    snapshot.lockedLines = locked.count
    if let key = line.group.map({ groupKey(event, $0).key }),
      let place = groups[key]?.events.firstIndex(where: { $0.hash == event.hash })
    {
      groups[key]?.events[place] = event
    } else if let record = event.record {
      snapshot.records[record]?.unlock(event)
      tables[record] = nil
    } else if let place = snapshot.users[event.device]?.firstIndex(where: { $0.hash == event.hash }) {
      snapshot.users[event.device]?[place] = event
    } else if event.kind != .user {
      apply(event)
    }
  }
}

// MARK: - Applying

extension Projection {
  private mutating func flush(_ run: inout [Event]) {
    guard let record = run.first?.record else { return }
    let exports = exported[record] ?? []
    snapshot.records[record, default: RecordState(id: record, exportedVersions: exports)].take(run)
    if !snapshot.forks.isEmpty, run.contains(where: isForked) { snapshot.records[record]?.isForked = true }
    if var table = tables.removeValue(forKey: record), let events = snapshot.records[record]?.events {
      // Only lines at the very end keep the table valid; otherwise it is folded anew when asked for.
      if events.suffix(run.count).elementsEqual(run, by: { $0.hash == $1.hash }) {
        for event in run { table.take(event) }
        tables[record] = table
      }
    }
    run.removeAll(keepingCapacity: true)
  }

  private mutating func apply(_ event: Event) {
    guard event.record == nil else {
      var run = [event]
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

  private mutating func visit(_ event: Event) {
    guard let payload = event.body.payload, let id = payload["visit"]?.stringValue else { return }
    visitFolds[id, default: KeyedFold()].take(payload, of: event)
    guard let object = visitFolds[id]?.object, let visit = Visit(json: object) else { return }
    let updated = max(snapshot.visits[id]?.updated ?? 0, event.time)
    snapshot.visits[id] = VisitState(visit: visit, updated: updated)
  }

  private mutating func `case`(_ event: Event) {
    guard let payload = event.body.payload, let id = payload["case"]?.stringValue,
      let list = payload["list"]?.stringValue, case .object(let fields)? = payload["fields"]
    else { return }
    caseFolds[list, default: [:]][id, default: KeyedFold()].take(fields, of: event)
    snapshot.cases[list, default: [:]][id] = caseFolds[list]?[id]?.object
  }

  private mutating func export(_ event: Event) {
    Self.insert(event, into: &snapshot.exports)
    for pair in event.body.payload?["records"]?.arrayValue ?? [] {
      guard let record = pair[0]?.stringValue, let hash = pair[1]?.stringValue.flatMap(LineHash.init(hex:)) else {
        continue
      }
      exported[record, default: []].insert(hash)
      snapshot.records[record]?.exportedVersions.insert(hash)
    }
  }
}
