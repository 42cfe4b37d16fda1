internal import Fieldwork
internal import Forms
internal import Records
internal import Screens

/// The home screen's list out of the store.
enum Board {
  /// All visits and records, and the forms known here.
  static func make(_ store: Store, forms: FormTitles) -> VisitBoard {
    let snapshot = store.snapshot
    let records = snapshot.records.values.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    return VisitBoard(
      title: "", visits: snapshot.visits.values.map(\.visit).orderedByCode(),
      records: records.map { summary($0, snapshot) }, forms: forms.all,
      copiedUntil: snapshot.lastBackup(of: store.identity.device) ?? records.first?.created)
  }

  private static func summary(_ record: RecordState, _ snapshot: Snapshot) -> Screens.RecordSummary {
    let summary = record.summary
    var line = Screens.RecordSummary(
      record: record.id, form: record.form, visit: record.visit, status: record.status, answered: summary.answered,
      required: summary.required, errors: summary.errors, warnings: summary.warnings, isExported: record.isExported)
    line.isDisputed = record.isDisputed && !record.status.isOpen && record.status != .void
    line.hasConflict = record.hasOpenConflict
    line.laptop = snapshot.laptop(record.device)
    return line
  }
}
