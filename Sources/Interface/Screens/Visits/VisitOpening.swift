internal import Fieldwork
internal import Terminal

/// Opening the form of a visit, or the choice of its forms.
enum VisitOpening {
  /// One form opens at once; several are to be chosen from.
  static func open(_ visit: Visit, _ app: AppModel) -> Step {
    let records = app.board.records.filter { $0.visit == visit.id && $0.status != .void }
    let forms = forms(of: visit, records)
    guard forms.count == 1, let form = forms.first else { return .push(VisitFormsScreen(visit: visit)) }
    let ofForm = records.filter { $0.form == form }
    if ofForm.count > 1 || ofForm.last?.status == .finalised { return .push(VisitFormsScreen(visit: visit)) }
    return .stay([open(visit, form, records)])
  }

  /// The forms asked for, and others that have been filled all the same.
  static func forms(of visit: Visit, _ records: [RecordSummary]) -> [String] {
    var forms = visit.forms
    for record in records where !forms.contains(record.form) { forms.append(record.form) }
    return forms
  }

  /// What stands to be chosen: each form once, or as often as it was filled when two laptops filled it.
  static func lines(of visit: Visit, _ records: [RecordSummary]) -> [(form: String, record: RecordSummary?)] {
    forms(of: visit, records).flatMap { form -> [(form: String, record: RecordSummary?)] in
      let filled = records.filter { $0.form == form }
      return filled.isEmpty ? [(form, nil)] : filled.map { (form, $0) }
    }
  }

  /// Opens the last record of a form, or a new one.
  static func open(_ visit: Visit, _ form: String, _ records: [RecordSummary]) -> AppEffect {
    .openRecord(visit: visit.id, form: form, record: records.last { $0.form == form }?.record)
  }
}
