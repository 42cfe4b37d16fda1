internal import Fieldwork
internal import JSON
internal import Journal

/// How events change a record. They are always taken in the order of merging, so every device comes to the same state.
extension RecordState {
  /// An event with the place of its line, when that is known.
  struct Arrival: Sendable {
    let event: Event
    let run: LineRun?
  }

  /// Takes events, wherever in the order they belong.
  /// - Returns: whether all of them come after those there were.
  @discardableResult
  mutating func take(_ new: [Arrival]) -> Bool {
    let events = new.map(\.event)
    let sorted = Self.isSorted(events) ? events : events.sorted(by: Event.isBefore)
    guard let first = sorted.first else { return true }
    let isBehind = lastKey.map { EventKey.isBefore($0, first.key) } ?? true
    let before = isBehind ? [] : self.events
    var unplaced: [Event] = []
    for arrival in new {
      if let run = arrival.run { LineRun.append(run, to: &runs) } else { unplaced.append(arrival.event) }
    }
    if !unplaced.isEmpty {
      // Looking at what was there again would make every answer cost as much as all before it.
      let follows = recent.last.map { Event.isBefore($0, unplaced[0]) } ?? true
      recent += unplaced
      if !follows || !Self.isSorted(unplaced) { recent.sort(by: Event.isBefore) }
    }
    if isBehind {
      fold(sorted)
    } else {
      refold((before + sorted).sorted(by: Event.isBefore))
    }
    return isBehind
  }

  /// Notes where lines lie that were known in memory only.
  mutating func place(_ found: [LineHash: LineRun]) {
    recent.removeAll { event in
      guard let run = found[event.hash] else { return false }
      LineRun.append(run, to: &runs)
      return true
    }
  }

  /// Takes the payload of an event that was locked until now, from where it can be read.
  mutating func unlock(_ arrival: Arrival) {
    if let run = arrival.run {
      if !runs.contains(run) { LineRun.append(run, to: &runs) }
    } else {
      recent = recent.map { $0.hash == arrival.event.hash ? arrival.event : $0 }
    }
    refold(events.map { $0.hash == arrival.event.hash ? arrival.event : $0 })
  }

  /// Folds everything anew.
  mutating func refold(_ events: [Event]) {
    var anew = RecordState(id: id, exportedVersions: exportedVersions, lines: lines)
    anew.isForked = isForked
    anew.runs = runs
    anew.recent = recent
    anew.altered = altered
    anew.fold(altered.isEmpty ? events : events.filter { !altered.contains($0.hash) })
    self = anew
  }

  /// Folds events that follow those there were.
  private mutating func fold(_ events: [Event]) {
    var newest: Event?
    for event in events {
      fold(LineStep(event), event.origin) { event.body }
      if event.kind == .ckpt || event.kind == .done { newest = event }
    }
    if let last = events.last { finish(with: last.key, summary: newest.map { RecordSummary($0.body) }) }
  }

  /// Says what follows from the last event of a fold.
  mutating func finish(with last: EventKey, summary newest: RecordSummary?) {
    lastKey = last
    device = last.origin.device
    if let newest { summary = newest }
  }

  static func isSorted(_ events: [Event]) -> Bool {
    for place in events.indices.dropFirst() where !Event.isBefore(events[place - 1], events[place]) { return false }
    return true
  }

  /// Folds the next line; its payload is read where it decides something.
  mutating func fold(_ step: LineStep, _ origin: Origin, _ body: () -> LineBody?) {
    let place = count
    count += 1
    if place == 0 { created = step.time }
    updated = step.time
    if step.isLocked { hasLockedLines = true }
    if origins.last !== origin, !origins.contains(origin) { origins.append(origin) }
    switch step.kind {
    case .change: value(origin)
    case .open: open(body()?.payload)
    case .move: move(body()?.payload)
    case .checkpoint:
      lastCheckpoint = place
      lastPlaceKept = (step.time, origin.device)
    case .done: finish(step, place, body)
    case .reopen:
      status = .draft
      isChangedAfterDone = false
      isFinishedUnaware = false
    case .void: status = .void
    case .review: review(body()?.payload)
    case .other, .aside, .known: break
    }
  }

  private mutating func value(_ origin: Origin) {
    changes += 1
    if status == .finalised || status == .approved { isChangedAfterDone = true }
    guard let firstWriter else {
      firstWriter = origin
      return
    }
    if firstWriter != origin { hasSeveralWriters = true }
  }

  private mutating func open(_ payload: JSONObject?) {
    // Two devices cannot open one record (its id is random), so a second `open` is a branch of a clone: the first holds.
    guard form.isEmpty, let payload else { return }
    form = payload["form"]?.stringValue ?? ""
    version = payload["version"]?.stringValue ?? ""
    formHash = payload["sha256"]?.stringValue ?? ""
    zone = payload["zone"]?.stringValue ?? ""
    visit = payload["visit"]?.stringValue
  }

  private mutating func move(_ payload: JSONObject?) {
    guard let payload, let hash = payload["sha256"]?.stringValue else { return }
    formHash = hash
    version = payload["version"]?.stringValue ?? version
  }

  private mutating func finish(_ step: LineStep, _ place: Int, _ body: () -> LineBody?) {
    lastDone = place
    lastDoneHash = step.hash
    revisions += 1
    isChangedAfterDone = false
    settle(body()?.opening ?? JSONObject())
    if status != .void { status = .finalised }
    // A finished record may come without its beginning: out of a batch whose other lines were damaged.
    guard form.isEmpty, case .object(let submission)? = body()?.payload?["submission"] else { return }
    let content = SubmissionContent(submission)
    form = content.form
    version = content.version
    formHash = content.formHash
    zone = content.zone
    visit = content.visit
  }

  /// Compares what whoever finished the record knew with what is there: the revision that this one takes the place of,
  /// and the changes since. Where no changes are there they stayed on another device, and the record came as a whole.
  private mutating func settle(_ opening: JSONObject) {
    let known = opening["changes"]?.intValue
    let isOfThisLine = lastInstance == nil || opening["deprecates"]?.stringValue == lastInstance
    if status == .void || !isOfThisLine {
      isFinishedUnaware = true
    } else if let known, known != changes, changes > 0 {
      isFinishedUnaware = true
    } else if known == changes {
      isFinishedUnaware = false
    }
    lastInstance = opening["instance"]?.stringValue
    changes = 0
  }

  private mutating func review(_ payload: JSONObject?) {
    guard let payload, let verdict = payload["verdict"]?.stringValue.flatMap(Review.Verdict.init(rawValue:)) else {
      return
    }
    // A word about an older revision says nothing about the one finished since.
    if let done = lastDoneHash, let of = payload["of"]?.stringValue, of != done.hex { return }
    let action: RecordStatus.Action = verdict == .approve ? .approve : .returnForCorrection
    if let next = status.after(action) { status = next }
  }
}
