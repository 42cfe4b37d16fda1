package import Vietnamese

/// How far a list of visits is.
package struct Progress: Sendable, Equatable {
  /// How many visits there are in each status.
  package private(set) var counts: [VisitStatus: Int] = [:]

  /// Counts visits.
  package init(of visits: some Sequence<Visit>) {
    for visit in visits { counts[visit.status, default: 0] += 1 }
  }

  /// Counts the visits that were agreed for a day.
  package init(of visits: some Sequence<Visit>, on day: CalendarDate) {
    self.init(of: visits.lazy.filter { $0.date == day })
  }

  /// How many are in a status.
  package func count(_ status: VisitStatus) -> Int { counts[status] ?? 0 }

  /// How many there are.
  package var total: Int { counts.values.reduce(0, +) }

  /// How many need nothing more: done, refused, absent, closed, moved.
  package var settled: Int { counts.reduce(0) { $0 + ($1.key.isSettled ? $1.value : 0) } }

  /// The share that is settled, 0…1; an empty list has none.
  package var share: Double { total == 0 ? 0 : Double(settled) / Double(total) }
}
