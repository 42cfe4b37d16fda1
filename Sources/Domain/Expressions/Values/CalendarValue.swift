/// A date, a date with time, or a time, in the zone in which it is looked at.
package struct CalendarValue: Sendable, Equatable, Hashable {
  /// What the value says.
  package enum Kind: UInt8, Sendable {
    case date, dateTime, time
  }

  /// What the value says.
  package let kind: Kind
  /// The local day, counted from 1970-01-01.
  package let days: Int
  /// The local time of day.
  package let millisecondsOfDay: Int
  /// How far local time is ahead of UTC, in seconds.
  package let offset: Int

  /// A day without a time.
  package init(days: Int) {
    kind = .date
    self.days = days
    millisecondsOfDay = 0
    offset = 0
  }

  init(kind: Kind, days: Int, millisecondsOfDay: Int, offset: Int) {
    self.kind = kind
    self.days = days
    self.millisecondsOfDay = millisecondsOfDay
    self.offset = offset
  }

  /// An instant as it is seen in a zone.
  package init(milliseconds: Int64, zone: Zone, kind: Kind = .dateTime) {
    let offset = Int(zone.offset(at: CivilDate.floorDivide(milliseconds, 1000)))
    let local = Int(milliseconds) + offset * 1000
    let days = CivilDate.floorDivide(local, 86_400_000)
    self.init(kind: kind, days: days, millisecondsOfDay: local - days * 86_400_000, offset: offset)
  }

  /// The day.
  package var day: CivilDate { CivilDate(days: days) }

  /// The instant in milliseconds since 1970 in UTC; for a day its midnight in the zone.
  package func milliseconds(in zone: Zone) -> Int64 {
    guard kind == .date else { return Int64(days) * 86_400_000 + Int64(millisecondsOfDay) - Int64(offset) * 1000 }
    return zone.utcSeconds(local: Int64(days) * 86_400) * 1000
  }

  /// The day only, as the language prints every date; a time is printed as a time.
  package var text: String {
    kind == .time ? timeText : day.text
  }

  /// The whole value: `2026-11-20`, `2026-11-20T08:15:00.000+07:00` or `08:15:00.000+07:00`.
  package var fullText: String {
    switch kind {
    case .date: day.text
    case .dateTime: "\(day.text)T\(timeText)"
    case .time: timeText
    }
  }

  private var timeText: String {
    let seconds = millisecondsOfDay / 1000
    let thousandths = String(1000 + millisecondsOfDay % 1000).dropFirst()
    let clock =
      "\(Zone.twoDigits(seconds / 3600)):\(Zone.twoDigits(seconds / 60 % 60)):\(Zone.twoDigits(seconds % 60))"
    guard offset != 0 else { return "\(clock).\(thousandths)Z" }
    let minutes = abs(offset) / 60
    let sign = offset < 0 ? "-" : "+"
    return "\(clock).\(thousandths)\(sign)\(Zone.twoDigits(minutes / 60)):\(Zone.twoDigits(minutes % 60))"
  }
}
