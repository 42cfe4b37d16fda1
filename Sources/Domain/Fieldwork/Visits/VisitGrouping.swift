package import Vietnamese

/// What the list of visits is grouped by.
package enum VisitGrouping: String, Sendable, CaseIterable {
  /// By the day agreed.
  case day
  /// By the commune of today.
  case commune
  /// By team.
  case team

  /// The next one, for the key that goes round.
  package var next: VisitGrouping {
    switch self {
    case .day: .commune
    case .commune: .team
    case .team: .day
    }
  }
}

/// What a group's heading says; nil where the visits have no day, commune or team.
package enum VisitGroupKey: Sendable, Hashable {
  /// A day.
  case day(CalendarDate?)
  /// A commune.
  case commune(String?)
  /// A team.
  case team(String?)
}

/// Visits under one heading.
package struct VisitGroup: Sendable, Equatable {
  /// What the heading says.
  package let key: VisitGroupKey
  /// The visits, ordered by code.
  package let visits: [Visit]

  /// How far the group is.
  package var progress: Progress { Progress(of: visits) }

  /// Groups visits: days from early to late, communes and teams in dictionary order, those without at the end.
  package static func groups(of visits: [Visit], by grouping: VisitGrouping) -> [VisitGroup] {
    var members: [VisitGroupKey: [Visit]] = [:]
    for visit in visits.orderedByCode() { members[key(of: visit, grouping), default: []].append(visit) }
    return members.map { key, visits in
      (order: GroupOrder(key), group: VisitGroup(key: key, visits: visits))
    }
    .sorted { $0.order < $1.order }
    .map(\.group)
  }

  private static func key(of visit: Visit, _ grouping: VisitGrouping) -> VisitGroupKey {
    switch grouping {
    case .day: .day(visit.date)
    case .commune: .commune(visit.place.commune.isEmpty ? nil : visit.place.commune)
    case .team: .team(visit.team.isEmpty ? nil : visit.team)
    }
  }
}

/// The order of headings.
private struct GroupOrder: Comparable {
  private let isWithout: Bool
  private let day: CalendarDate?
  private let name: CodeOrder

  init(_ key: VisitGroupKey) {
    switch key {
    case .day(let date):
      (isWithout, day, name) = (date == nil, date, CodeOrder(""))
    case .commune(let text), .team(let text):
      // "Đoàn 10" comes after "Đoàn 2".
      (isWithout, day, name) = (text == nil, nil, CodeOrder(text ?? ""))
    }
  }

  static func < (left: GroupOrder, right: GroupOrder) -> Bool {
    if left.isWithout != right.isWithout { return right.isWithout }
    if let first = left.day, let second = right.day, first != second { return first < second }
    return left.name < right.name
  }
}
