internal import Expressions
internal import Fieldwork
internal import Forms
internal import JSON
internal import Journal
internal import Media
internal import Messages
internal import Records
internal import Responses
internal import Screens

extension Desk {
  /// Opens a form for a visit: a record that is there, or a new one with what the list knows filled in.
  mutating func openRecord(visit: String, form: String, record: String?) throws -> [AppMessage] {
    if let record, let state = store.snapshot.records[record] {
      return [.recordOpened(try resume(state, isResumed: false))]
    }
    let found = try library.found(form)
    let known = store.snapshot.visits[visit]?.visit
    let session = try RecordSession.begin(
      form: found, visit: visit, preset: Preset.values(of: known, for: found.form), store: store, clock: clock)
    open = session
    place = nil
    return [
      .recordOpened(
        OpenedRecord(record: session.record, visit: visit, response: session.response, isReadOnly: store.isReadOnly))
    ]
  }

  /// Writes changes: the event that opens the record goes before the first of them.
  mutating func write(_ changes: [FieldChange], to record: String) throws -> [AppMessage] {
    guard var session = open, session.record == record else { return [] }
    var drafts: [EventDraft] = []
    let isFirst = session.opening != nil
    if let opening = session.opening {
      drafts.append(opening)
      session.opening = nil
      if let begun = VisitProgress.begun(session.visit, in: store.snapshot) { drafts.append(begun) }
    }
    for change in changes {
      let time = change.moment.milliseconds
      _ = session.response.apply(
        change.edit, at: session.moments.moment(at: time, field: change.edit.path.description))
      drafts.append(EventDraft(change.edit, record: record, time: time, isUndo: change.isUndo))
    }
    open = session
    if isFirst, let kept = place ?? changes.last.map({ FormPlace(path: $0.edit.path.description) }) {
      drafts.append(session.checkpoint(place: kept.path, text: kept.text, cursor: kept.cursor, at: clock.now()))
    }
    let inbox = inbox
    let clock = clock
    let count = changes.count
    try store.append(drafts) { result in
      switch result {
      case .success:
        inbox.put(.saved(count: count, at: Moment(milliseconds: clock.now(), zone: clock.zone)))
      case .failure(let problem): inbox.put(.saveFailed(StorePhrase.problem(problem)))
      }
    }
    return []
  }

  /// Keeps the place on the screen. A record without any answer has nothing to come back to.
  mutating func checkpoint(_ record: String, _ place: FormPlace) throws {
    self.place = place
    guard let session = open, session.record == record, session.opening == nil, !store.isReadOnly else { return }
    let draft = session.checkpoint(place: place.path, text: place.text, cursor: place.cursor, at: clock.now())
    let inbox = inbox
    try store.append([draft]) { result in
      if case .failure(let problem) = result { inbox.put(.saveFailed(StorePhrase.problem(problem))) }
    }
  }

  /// The form is left: its place is kept for when it is opened again, and the next start shows the list.
  mutating func close(_ record: String) throws -> [AppMessage] {
    guard let session = open, session.record == record else { return [] }
    open = nil
    guard session.opening == nil, !store.isReadOnly else { return [board()] }
    let draft = session.checkpoint(place: place?.path, isLeft: true, at: clock.now())
    let inbox = inbox
    try store.append([draft]) { result in
      if case .failure(let problem) = result { inbox.put(.saveFailed(StorePhrase.problem(problem))) }
    }
    return [board()]
  }

  /// Takes a file of this machine over as the answer of a question.
  mutating func attach(_ file: String, to path: FieldPath, of record: String) throws -> [AppMessage] {
    let value = try Attachment.take(file, into: store.media)
    return [.attached(path: path, value: value, at: moment())]
  }

  /// The files of a folder, newest first. The folder is remembered once it has been read.
  func listInbox(_ folder: String) -> [AppMessage] {
    let place = HostMachine.expanded(folder)
    guard let files = HostFile.files(in: place) else { return [.inboxListed(folder: folder, files: nil)] }
    // A folder that cannot be remembered is only asked for again.
    if Settings.read().inboxFolder != folder { try? Settings.remember { $0.inboxFolder = folder } }
    let newest = files.sorted { ($1.changed, $0.name) < ($0.changed, $1.name) }
    return [
      .inboxListed(
        folder: folder,
        files: newest.map {
          InboxFile(name: $0.name, bytes: $0.bytes, changed: Moment(milliseconds: $0.changed, zone: clock.zone))
        })
    ]
  }

  /// Freezes the record.
  mutating func finalise(_ record: String) throws -> [AppMessage] {
    guard var session = open, session.record == record else { return [] }
    try Finalising.finalise(&session, in: store, at: clock.now())
    open = nil
    if let finished = VisitProgress.finished(session.visit, in: store.snapshot) { try store.appendAndWait([finished]) }
    return [board(), synced(), .finalised(record: record)]
  }

  /// Opens a finished record again.
  mutating func reopen(_ record: String, reason: String) throws -> [AppMessage] {
    try store.appendAndWait([.reopen(record: record, reason: reason)])
    guard let state = store.snapshot.records[record] else { throw ProgramProblem.unknownRecord(id: record) }
    var opened = try resume(state, isResumed: false)
    opened.isReopened = true
    return [board(), synced(), .recordOpened(opened)]
  }
}
