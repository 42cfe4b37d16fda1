internal import Batches
internal import Expressions
internal import Fieldwork
internal import JSON
internal import Messages
internal import Records
internal import Screens
internal import Vietnamese

extension Desk {
  /// Writes who sits here from now on.
  func startSession(_ session: Session) throws -> [AppMessage] {
    try store.appendAndWait([
      .user(name: session.person, team: session.team, details: ["laptop": session.laptop])
    ])
    return [.sessionStarted(session)]
  }

  /// Writes what became of a visit.
  func setStatus(of visit: String, to status: VisitStatus, reason: String) throws -> [AppMessage] {
    var changes: JSONObject = ["status": .string(status.rawValue)]
    if !reason.isEmpty { changes["reason"] = .string(reason) }
    try store.appendAndWait([.visit(visit, changes: changes)])
    return [board(), synced()]
  }

  /// Adds an establishment that was not on the list.
  func add(_ new: NewVisit) throws -> [AppMessage] {
    let codes = Set(store.snapshot.visits.values.map(\.visit.code))
    let visit = Visit(
      id: "visit-" + HostMachine.uuid().prefix(8), code: VisitCode.next(after: codes), label: new.label,
      date: new.date.flatMap { CalendarDate(iso: $0) }, team: new.team,
      place: Place(commune: new.commune, address: new.address), telephone: new.telephone, forms: new.forms,
      fields: ["ten_co_so": new.label, "dia_chi": new.address, "dien_thoai": new.telephone])
    try store.appendAndWait([.visit(visit)])
    return [board(), synced(), .visitAdded(visit: visit.id)]
  }

  /// Begins to write a batch of finished records into a folder, which is remembered when it is done.
  func export(to folder: String, all: Bool) -> [AppMessage] {
    let folder = HostMachine.expanded(folder)
    let (store, forms, inbox, clock) = (store, forms, inbox, clock)
    var options = BatchSettings.options(all: all, store: store, clock: clock)
    options.progress = { inbox.put(.exportProgress(done: $0, total: $1)) }
    let wanted = options
    LongWork(inbox: inbox).start {
      let summary = try BatchWriter.create(store: store, to: folder, options: wanted)
      // The batch itself is complete: a folder that cannot be remembered is only asked for again.
      try? Settings.remember { $0.exportFolder = folder }
      return [
        .boardChanged(Board.make(store, forms: forms)),
        .saved(count: 0, at: Moment(milliseconds: clock.now(), zone: clock.zone)),
        .exported(
          ExportSummary(
            folder: summary.folder, records: summary.records, files: summary.files, bytes: summary.bytes)),
      ]
    }
    return []
  }

  /// Keeps the language for the next start.
  func keep(_ language: Language) throws -> [AppMessage] {
    try Settings.remember { $0.language = language == .english ? "en" : "vi" }
    return []
  }
}
