internal import Fieldwork
internal import JSON
internal import Journal
internal import Messages
internal import Records
internal import Screens

/// One exchange through a folder, beside the thread of the screens.
struct ExchangeRun: Sendable {
  /// The folder; it exists.
  let folder: String
  let store: Store
  let library: FormLibrary
  let forms: FormTitles
  let inbox: Inbox

  /// Exchanges, and answers with the list as it is then and what came and went.
  func messages() throws -> [AppMessage] {
    let inbox = inbox
    try library.archiveWanted(in: store)
    let report = try FolderSync(store, with: folder) {
      inbox.put(.exchangeProgress(done: $0.done, total: $0.total))
    }.run()
    // The exchange itself is done: a folder that cannot be remembered is only asked for again.
    try? Settings.remember { $0.exchangeFolder = folder }
    let snapshot = store.snapshot
    forms.refresh(for: snapshot)
    let board = AppMessage.boardChanged(Board.make(store, forms: forms))
    // What came is here; but nobody must believe that what is here is on the stick.
    if let failure = report.unsent { return [board, .workFailed(unsent(failure, report))] }
    return [board, .exchanged(summary(report, snapshot))]
  }

  private func unsent(_ failure: SystemFailure, _ report: SyncReport) -> ProblemPhrase {
    let reason = StorePhrase.problem(failure)
    return ProblemPhrase(
      "PRG-002",
      (
        "Đã nhận \(report.recordsReceived) phiếu mới nhưng chưa gửi được gì: \(reason.vietnamese)",
        "\(report.recordsReceived) new records came, but nothing was sent: \(reason.english)"
      ), wayOut: ("Bỏ khóa ghi của USB hoặc chọn thư mục khác", "Unlock the stick or choose another folder"))
  }

  private func summary(_ report: SyncReport, _ snapshot: Snapshot) -> ExchangeSummary {
    let conflicts = report.conflicts.filter { snapshot.records[$0]?.conflicts.contains(where: \.isReal) ?? false }
    var summary = ExchangeSummary(
      folder: folder, lines: ExchangeSummary.Flow(sent: report.linesSent, received: report.linesReceived),
      records: report.recordsReceived,
      attachments: ExchangeSummary.Flow(sent: report.mediaSent, received: report.mediaReceived),
      forms: ExchangeSummary.Flow(sent: report.formsSent, received: report.formsReceived),
      laptops: report.devices.map(snapshot.laptop), conflicts: conflicts.map { name($0, snapshot) },
      damaged: report.damaged.map { damage in
        ExchangeSummary.Damaged(place: "\(damage.file):\(damage.line)", problem: DamagePhrase.problem(damage.kind))
      })
    if report.altered > 0 {
      summary.damaged.append(
        ExchangeSummary.Damaged(place: "khaosat verify", problem: DamagePhrase.problem(.altered)))
    }
    summary.locked = snapshot.records.values.count(where: \.isLocked)
    return summary
  }

  private func name(_ record: String, _ snapshot: Snapshot) -> String {
    guard let state = snapshot.records[record] else { return record }
    guard let visit = state.visit.flatMap({ snapshot.visits[$0]?.visit }) else { return "\(state.form) \(record)" }
    return "\(visit.code) \(visit.label) · \(state.form)"
  }
}

extension Snapshot {
  /// What people call a laptop: as its surveyor named it, else as the machine is called.
  func laptop(_ device: String) -> String {
    let named = user(of: device)?.body.payload?["laptop"]?.stringValue ?? ""
    if !named.isEmpty { return named }
    let name = devices[device]?.name ?? ""
    return name.isEmpty ? device : name
  }
}
