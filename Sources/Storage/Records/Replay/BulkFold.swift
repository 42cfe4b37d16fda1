internal import Dispatch
internal import Journal
internal import Synchronization

/// Folds the records that chunks speak of, on all processors.
struct BulkFold: Sendable {
  private struct Part: Sendable {
    let scan: Int32
    let slot: Int32
    let next: Int32
  }

  private let scans: [ChunkScan]
  private let origins: [Origin]
  private let known: [RecordID: RecordState]
  private let exported: [RecordID: Set<LineHash>]
  private let lines: LogLines
  private var records: [RecordID] = []
  /// The parts of each record: the first one, and each its next one, in the order of the chunks.
  private var firsts: [Int32] = []
  private var parts: [Part] = []

  init(_ scans: [ChunkScan], _ plan: ReplayPlan, over projection: Projection) {
    self.scans = scans
    origins = plan.origins
    known = projection.snapshot.records
    exported = projection.exported
    lines = projection.lines
    var numbers: [RecordID: Int] = [:]
    for scan in scans.indices.reversed() {
      for (slot, entry) in scans[scan].slots.enumerated() {
        let number = numbers[entry.record] ?? records.count
        if number == records.count {
          numbers[entry.record] = number
          records.append(entry.record)
          firsts.append(-1)
        }
        parts.append(Part(scan: Int32(scan), slot: Int32(slot), next: firsts[number]))
        firsts[number] = Int32(parts.count - 1)
      }
    }
  }

  /// The records as they are now.
  func folded() -> [(RecordID, RecordState)] {
    let block = 64
    let blocks = (records.count + block - 1) / block
    let results = Mutex([[(RecordID, RecordState)]](repeating: [], count: blocks))
    @Sendable func fold(_ number: Int) {
      let some = (number * block..<min(records.count, (number + 1) * block)).map { (records[$0], folded($0)) }
      results.withLock { $0[number] = some }
    }
    if blocks > 1 {
      DispatchQueue.concurrentPerform(iterations: blocks, execute: fold)
    } else if blocks == 1 {
      fold(0)
    }
    return results.withLock { $0.flatMap(\.self) }
  }

  private func folded(_ number: Int) -> RecordState {
    let id = records[number]
    var state = known[id] ?? RecordState(id: id, exportedVersions: exported[id] ?? [], lines: lines)
    var steps: [LineStep] = []
    var part = firsts[number]
    while part >= 0 {
      gather(parts[Int(part)], &steps, &state)
      part = parts[Int(part)].next
    }
    if !isSorted(steps) { steps.sort(by: isBefore) }
    guard let first = steps.first, let last = steps.last else { return state }
    if let before = state.lastKey, !EventKey.isBefore(before, key(first)) {
      let count = state.count + state.altered.count - state.recent.count + steps.count
      let stored = lines.events(of: id, state.runs, count: count)
      let all = stored + state.recent
      state.refold(RecordState.isSorted(all) ? all : all.sorted(by: Event.isBefore))
      return state
    }
    var newest: LineStep?
    for step in steps {
      state.fold(step, origins[Int(step.origin)]) { body(of: step) }
      if step.kind == .checkpoint || step.kind == .done { newest = step }
    }
    state.finish(with: key(last), summary: newest.map { summary(of: $0, number) })
    return state
  }

  /// Adds the new steps of a part, and where their lines lie. A line that is known only in memory gets its place.
  private func gather(_ part: Part, _ steps: inout [LineStep], _ state: inout RecordState) {
    let scan = scans[Int(part.scan)]
    var found: [LineHash: LineRun] = [:]
    var place = scan.slots[Int(part.slot)].first
    while place >= 0 {
      let step = scan.steps[Int(place)]
      place = step.next
      let run = run(of: step)
      if step.kind == .known {
        if !state.recent.isEmpty { found[step.hash] = run }
        continue
      }
      LineRun.append(run, to: &state.runs)
      steps.append(step)
    }
    if !found.isEmpty { state.place(found) }
  }

  private func run(of step: LineStep) -> LineRun {
    LineRun(
      file: scans[Int(step.chunk)].chunk.fileNumber, offset: step.offset, length: Int(step.length))
  }

  private func body(of step: LineStep) -> LineBody? {
    step.body >= 0 ? scans[Int(step.chunk)].bodies[Int(step.body)] : lines.event(at: run(of: step))?.body
  }

  /// What the latest `ckpt` or `done` says for lists: mostly its chunk has read that already.
  private func summary(of step: LineStep, _ number: Int) -> RecordSummary {
    var part = firsts[number]
    while part >= 0 {
      let entry = parts[Int(part)]
      part = entry.next
      let scan = scans[Int(entry.scan)]
      let slot = scan.slots[Int(entry.slot)]
      if slot.newest >= 0, scan.steps[Int(slot.newest)].hash == step.hash { return slot.summary }
    }
    return lines.event(at: run(of: step)).map { RecordSummary($0.body) } ?? RecordSummary()
  }

  private func key(_ step: LineStep) -> EventKey {
    EventKey(clock: step.clock, origin: origins[Int(step.origin)], number: step.number, hash: step.hash)
  }

  private func isBefore(_ left: LineStep, _ right: LineStep) -> Bool {
    if left.clock != right.clock { return left.clock < right.clock }
    return EventKey.isBefore(key(left), key(right))
  }

  private func isSorted(_ steps: [LineStep]) -> Bool {
    for place in steps.indices.dropFirst() where !isBefore(steps[place - 1], steps[place]) { return false }
    return true
  }
}
