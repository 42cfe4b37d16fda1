internal import Expressions
internal import Fieldwork
internal import JSON
internal import Journal
internal import Messages
internal import Records
internal import Screens

extension Desk {
  /// Exchanges everything through a folder that exists, and remembers the folder.
  func exchange(through folder: String, showing show: (AppMessage) -> Void) throws -> [AppMessage] {
    let folder = folder.hasPrefix("~/") ? (HostMachine.home + folder.dropFirst(1)) : folder
    guard HostFile.isFolder(folder) else {
      let problem = ProblemPhrase(
        "PRG-001", ("Không có thư mục \(folder)", "There is no folder \(folder)"),
        wayOut: ("Cắm USB hoặc sửa đường dẫn", "Plug the stick in or correct the path"))
      return [.failed(problem)]
    }
    show(.exchangeProgress(done: 0, total: 0))
    let report = try withoutActuallyEscaping(show) { show in
      try FolderSync(store, with: folder) { show(.exchangeProgress(done: $0.done, total: $0.total)) }.run()
    }
    var settings = Settings.read()
    settings.exchangeFolder = folder
    // The exchange itself is done: a folder that cannot be remembered is only asked for again.
    try? settings.write()
    return [board(), .exchanged(summary(report, of: folder))]
  }

  private func summary(_ report: SyncReport, of folder: String) -> ExchangeSummary {
    let snapshot = store.snapshot
    let conflicts = report.conflicts.filter { snapshot.records[$0]?.conflicts.contains(where: \.isReal) ?? false }
    return ExchangeSummary(
      folder: folder, lines: ExchangeSummary.Flow(sent: report.linesSent, received: report.linesReceived),
      records: report.recordsReceived,
      attachments: ExchangeSummary.Flow(sent: report.mediaSent, received: report.mediaReceived),
      forms: ExchangeSummary.Flow(sent: report.formsSent, received: report.formsReceived),
      laptops: report.devices.map { laptop($0, snapshot) }, conflicts: conflicts.map { name($0, snapshot) },
      damaged: report.damaged.map { damage in
        ExchangeSummary.Damaged(place: "\(damage.file):\(damage.line)", problem: DamagePhrase.problem(damage.kind))
      })
  }

  /// What people call a laptop: as its surveyor named it, else as the machine is called.
  private func laptop(_ device: String, _ snapshot: Snapshot) -> String {
    let named = snapshot.user(of: device)?.body.payload?["laptop"]?.stringValue ?? ""
    if !named.isEmpty { return named }
    let name = snapshot.devices[device]?.name ?? ""
    return name.isEmpty ? device : name
  }

  private func name(_ record: String, _ snapshot: Snapshot) -> String {
    guard let state = snapshot.records[record] else { return record }
    guard let visit = state.visit.flatMap({ snapshot.visits[$0]?.visit }) else { return "\(state.form) \(record)" }
    return "\(visit.code) \(visit.label) · \(state.form)"
  }

  /// Why the record was returned; nil when it is not.
  func returned(_ state: RecordState) -> Review? {
    guard state.status == .returned else { return nil }
    let snapshot = store.snapshot
    return state.reviews(author: snapshot.author).last { $0.verdict == .returnForCorrection }
  }

  /// The questions of a record that laptops answered differently.
  func conflicts(_ state: RecordState) -> [ConflictedQuestion] {
    let real = state.conflicts.filter(\.isReal).map(\.field)
    if real.isEmpty { return [] }
    let snapshot = store.snapshot
    let fields = state.fields.fields
    return real.map { field in
      let leaves = fields[field]?.leaves.reversed() ?? []
      return ConflictedQuestion(
        field: field,
        answers: leaves.map { leaf in
          ConflictedQuestion.Answer(
            version: leaf.version.hex, value: leaf.value, laptop: laptop(leaf.device, snapshot),
            time: Moment(milliseconds: leaf.time, zone: clock.zone))
        })
    }
  }

  /// Writes which answer holds, and opens the record again with it.
  mutating func resolve(_ field: String, of record: String, with version: String) throws -> [AppMessage] {
    guard let conflict = store.snapshot.records[record]?.conflicts.first(where: { $0.field == field }),
      let chosen = conflict.leaves.first(where: { $0.version == version })
    else { throw ProgramProblem.unknownRecord(id: record) }
    let parents = conflict.leaves.compactMap { LineHash(hex: $0.version) }
    try store.appendAndWait([.merge(record: record, field: field, value: chosen.value, parents: parents)])
    guard let state = store.snapshot.records[record] else { throw ProgramProblem.unknownRecord(id: record) }
    return [board(), .recordOpened(try resume(state, isResumed: false))]
  }
}
