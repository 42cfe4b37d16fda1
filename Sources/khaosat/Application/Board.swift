internal import Fieldwork
internal import Forms
internal import Records
internal import Screens

/// The home screen's list out of the store.
enum Board {
  /// All visits and records, and the forms known here.
  static func make(_ snapshot: Snapshot, library: FormLibrary, device: String) -> VisitBoard {
    let records = snapshot.records.values.sorted { ($0.created, $0.id) < ($1.created, $1.id) }
    return VisitBoard(
      title: "", visits: snapshot.visits.values.map(\.visit).sorted(by: Visit.isOrderedByCode),
      records: records.map(summary), forms: forms(library),
      copiedUntil: snapshot.lastBackup(of: device) ?? records.first?.created)
  }

  private static func summary(_ record: RecordState) -> Screens.RecordSummary {
    let summary = record.summary
    return Screens.RecordSummary(
      record: record.id, form: record.form, visit: record.visit, status: record.status, answered: summary.answered,
      required: summary.required, errors: summary.errors, warnings: summary.warnings, isExported: record.isExported)
  }

  private static func forms(_ library: FormLibrary) -> [FormSummary] {
    library.titles().map { FormSummary(id: $0.id, titles: $0.titles) }
  }
}
