internal import Fieldwork
internal import JSON
internal import Journal

/// How events change a record. They are always taken in the order of merging, so every device comes to the same state.
extension RecordState {
  /// Takes events, wherever in the order they belong.
  mutating func take(_ new: [Event]) {
    guard let first = new.first else { return }
    let sorted = Self.isSorted(new) ? new : new.sorted(by: Event.isBefore)
    let isBehind = events.last.map { Event.isBefore($0, sorted.first ?? first) } ?? true
    if isBehind {
      events.append(contentsOf: sorted)
      for place in events.count - sorted.count..<events.count { fold(place) }
    } else {
      let all = (events + sorted).sorted(by: Event.isBefore)
      let isForked = isForked
      self = RecordState(id: id, exportedVersions: exportedVersions)
      self.isForked = isForked
      events = all
      for place in all.indices { fold(place) }
    }
  }

  /// Takes the payload of an event that was locked until now.
  mutating func unlock(_ event: Event) {
    guard let place = events.firstIndex(where: { $0.hash == event.hash }) else { return }
    var all = events
    all[place] = event
    let isForked = isForked
    self = RecordState(id: id, exportedVersions: exportedVersions)
    self.isForked = isForked
    take(all)
  }

  private static func isSorted(_ events: [Event]) -> Bool {
    for place in events.indices.dropFirst() where !Event.isBefore(events[place - 1], events[place]) { return false }
    return true
  }

  private mutating func fold(_ place: Int) {
    let event = events[place]
    if place == 0 { created = event.time }
    updated = event.time
    device = event.device
    if event.body.isSealed { isLocked = true }
    if event.kind.isChange {
      if status == .finalised || status == .approved { isChangedAfterDone = true }
      if let firstWriter {
        if firstWriter !== event.origin { hasSeveralWriters = true }
      } else {
        firstWriter = event.origin
      }
      return
    }
    switch event.kind {
    case .open: open(event)
    case .move: move(event)
    case .ckpt: lastCheckpoint = place
    case .done: finish(place)
    case .reopen, .void: change(event)
    case .review: review(place)
    default: break
    }
  }

  private mutating func open(_ event: Event) {
    // Two devices cannot open one record (its id is random), so a second `open` is a branch of a clone: the first holds.
    guard form.isEmpty, let payload = event.body.payload else { return }
    form = payload["form"]?.stringValue ?? ""
    version = payload["version"]?.stringValue ?? ""
    formHash = payload["sha256"]?.stringValue ?? ""
    zone = payload["zone"]?.stringValue ?? ""
    visit = payload["visit"]?.stringValue
  }

  private mutating func move(_ event: Event) {
    guard let payload = event.body.payload, let hash = payload["sha256"]?.stringValue else { return }
    formHash = hash
    version = payload["version"]?.stringValue ?? version
  }

  private mutating func finish(_ place: Int) {
    lastDone = place
    revisions += 1
    isChangedAfterDone = false
    if status != .void { status = .finalised }
    // A finished record may come without its beginning: out of a batch whose other lines were damaged.
    if form.isEmpty, let content = FrozenSubmission(events[place])?.content {
      form = content.form
      version = content.version
      formHash = content.formHash
      zone = content.zone
      visit = content.visit
    }
  }

  private mutating func change(_ event: Event) {
    if event.kind == .void {
      status = .void
    } else {
      status = .draft
      isChangedAfterDone = false
    }
  }

  private mutating func review(_ place: Int) {
    guard let payload = events[place].body.payload,
      let verdict = payload["verdict"]?.stringValue.flatMap(Review.Verdict.init(rawValue:))
    else { return }
    lastReview = place
    // A word about an older revision says nothing about the one finished since.
    if let done = lastDone, let of = payload["of"]?.stringValue, of != events[done].hash.hex { return }
    let action: RecordStatus.Action = verdict == .approve ? .approve : .returnForCorrection
    if let next = status.after(action) { status = next }
  }
}
