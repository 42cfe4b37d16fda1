internal import Expressions
internal import Fieldwork
internal import Forms
internal import JSON
internal import Journal
internal import Messages
internal import Records
internal import Responses
internal import Screens
internal import Terminal
internal import Vietnamese

/// Carries out what the screens ask for: the store, the open record, exports.
struct Desk {
  let store: Store
  let clock: HostClock
  let library: FormLibrary
  let inbox: Inbox
  /// The forms that the list speaks of.
  let forms: FormTitles
  /// The record that is open on the screen, with its answers as they are written.
  var open: RecordSession?
  /// Where the open record stands on the screen, also while it has no answer that would be worth keeping.
  var place: FormPlace?

  /// A desk over an open store.
  init(store: Store, clock: HostClock, library: FormLibrary, inbox: Inbox) {
    self.store = store
    self.clock = clock
    self.library = library
    self.inbox = inbox
    forms = FormTitles(library, for: store.snapshot)
  }

  /// The moment of now, with a seed of its own.
  func moment() -> Moment {
    Moment(
      milliseconds: clock.now(), zone: clock.zone, seed: UInt64.random(in: 0...UInt64.max),
      deviceID: store.identity.device,
      properties: RecordSession.properties(store.snapshot.user(of: store.identity.device)))
  }

  /// What the screens start with: who sits here, the list, and the record that was open when the program last ended.
  mutating func start(size: Size, language: Language) -> AppStart {
    let snapshot = store.snapshot
    let settings = Settings.read()
    var start = AppStart(
      size: size, language: language, now: moment(), session: session(snapshot), suggestedLaptop: HostMachine.name,
      board: Board.make(store, forms: forms),
      exportFolder: settings.exportFolder ?? Settings.defaultExportFolder,
      exchangeFolder: settings.exchangeFolder ?? "", inboxFolder: settings.inboxFolder ?? Settings.defaultInboxFolder)
    start.typing = settings.typing.flatMap(TypingMethod.init)
    start.isProtected = store.seal != nil
    start.readOnlyReason = store.notices.compactMap(StorePhrase.readOnlyReason).first
    start.notice = store.notices.first.map(StorePhrase.notice)
    if !store.isReadOnly, start.session != nil, let record = lastOpenRecord(snapshot) {
      do { start.resumed = try resume(record, isResumed: true) } catch {
        // The list is shown instead, with the reason why the form of before is not.
        start.notice = ProblemText.phrase(error)
      }
    }
    return start
  }

  private func session(_ snapshot: Snapshot) -> Session? {
    guard let payload = snapshot.user(of: store.identity.device)?.body.payload else { return nil }
    return Session(
      person: payload["name"]?.stringValue ?? "", team: payload["team"]?.stringValue ?? "",
      laptop: payload["laptop"]?.stringValue ?? store.identity.name)
  }

  /// The draft whose place was the last thing kept on this laptop: the program ended with it on the screen.
  private func lastOpenRecord(_ snapshot: Snapshot) -> RecordState? {
    let device = store.identity.device
    let mine = snapshot.records.values.filter { $0.lastPlaceKept?.device == device }
    let last = mine.max { ($0.lastPlaceKept?.time ?? 0, $0.id) < ($1.lastPlaceKept?.time ?? 0, $1.id) }
    guard let last, last.status.isOpen, let place = last.place, place.field != nil, !place.isLeft else { return nil }
    return last
  }

  /// Takes up a record of the store.
  mutating func resume(_ state: RecordState, isResumed: Bool) throws -> OpenedRecord {
    let session = try RecordSession.resume(state, store: store)
    open = session
    let place = state.place.flatMap { place in
      place.field.map { FormPlace(path: $0, text: place.text, cursor: place.cursor ?? 0) }
    }
    return OpenedRecord(
      record: state.id, visit: state.visit, response: session.response, place: place,
      lastSaved: Moment(milliseconds: state.updated, zone: clock.zone),
      isReadOnly: store.isReadOnly || !state.status.isOpen,
      status: state.status, history: session.undoSteps, isResumed: isResumed,
      review: returned(state), conflicts: conflicts(state))
  }

  /// Carries out one effect and answers with what the screens are to know at once; the rest comes through the inbox.
  mutating func carryOut(_ effect: AppEffect) -> [AppMessage] {
    do {
      switch effect {
      case .startSession(let session): return try startSession(session)
      case .openRecord(let visit, let form, let record):
        return try openRecord(visit: visit, form: form, record: record)
      case .record(let record, let changes): return try write(changes, to: record)
      case .checkpoint(let record, let place): try checkpoint(record, place)
      case .attach(let record, let path, let file): return try attach(file, to: path, of: record)
      case .listInbox(let folder): return listInbox(folder)
      case .closeRecord(let record): return try close(record)
      case .finalise(let record): return try finalise(record)
      case .reopen(let record, let reason): return try reopen(record, reason: reason)
      case .setVisitStatus(let visit, let status, let reason):
        return try setStatus(of: visit, to: status, reason: reason)
      case .addVisit(let visit): return try add(visit)
      case .exportBatch(let folder, let all): return export(to: folder, all: all)
      case .exchange(let folder): return try exchange(through: folder)
      case .resolve(let record, let field, let version): return try resolve(field, of: record, with: version)
      case .keepLanguage(let language): return try keep(language)
      case .keepTyping(let method): try Settings.remember { $0.typing = method?.rawValue }
      case .retrySaving: retrySaving()
      case .repaint, .bell, .lock, .suspend, .quit: break
      }
      return []
    } catch {
      switch effect {
      case .exportBatch, .exchange: return [.workFailed(ProblemText.phrase(error))]
      default: return [.failed(ProblemText.phrase(error))]
      }
    }
  }

  /// A full medium may have got room. One that fails otherwise is left alone until there is something new to write:
  /// every try leaves a file behind that is good for nothing.
  private func retrySaving() {
    guard case .unsaved(_, .system(let failure)) = store.saveState, failure.isFull else { return }
    store.retry()
  }

  /// Says that what was written is on the disk: whoever says it has waited for it.
  func synced() -> AppMessage {
    .saved(count: 0, at: moment())
  }

  /// The list as it is now.
  func board() -> AppMessage {
    .boardChanged(Board.make(store, forms: forms))
  }
}
