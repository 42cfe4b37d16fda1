internal import Expressions
internal import Vietnamese

/// A moment as the clock on the wall shows it.
struct LocalTime: Equatable, Sendable {
  let date: CalendarDate?
  let hour: Int
  let minute: Int
  let second: Int

  /// Reads a moment in its own zone.
  init(_ moment: Moment) {
    let utc = Self.floor(moment.milliseconds, 1000)
    let local = utc + Int64(moment.zone.offset(at: utc))
    let days = Self.floor(local, 86_400)
    let seconds = Int(local - days * 86_400)
    date = CalendarDate(daysSince1970: Int(days))
    (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
  }

  /// 10:42:07.
  var clock: String { "\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))" }

  /// 10:42.
  var shortClock: String { "\(Self.two(hour)):\(Self.two(minute))" }

  /// The year; 2026 when the clock is beyond the calendar.
  var year: Int { date?.year ?? 2026 }

  private static func floor(_ value: Int64, _ unit: Int64) -> Int64 {
    value >= 0 ? value / unit : -((-value + unit - 1) / unit)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
