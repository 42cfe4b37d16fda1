internal import Fieldwork
internal import Records

/// What the records of a visit say about its status; a person's own word (refused, absent, closed, moved) stays.
enum VisitProgress {
  /// The event for the first answer of a visit; nil when it is under way already.
  static func begun(_ visit: String?, in snapshot: Snapshot) -> EventDraft? {
    guard let visit, snapshot.visits[visit]?.visit.status == .planned else { return nil }
    return .visit(visit, status: .inProgress)
  }

  /// The event for a visit each of whose forms has a finalised record; nil otherwise.
  static func finished(_ visit: String?, in snapshot: Snapshot) -> EventDraft? {
    guard let visit, let known = snapshot.visits[visit]?.visit, known.status != .done else { return nil }
    let finished = Set(
      (snapshot.recordsByVisit[visit] ?? []).compactMap { snapshot.records[$0] }
        .filter { $0.status == .finalised || $0.status == .approved }.map(\.form))
    return known.forms.allSatisfy(finished.contains) ? .visit(visit, status: .done) : nil
  }
}
