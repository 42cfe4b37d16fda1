/// The text of a number cell.
enum CellNumber {
  /// A number in the shortest form: whole numbers without a point.
  static func plain(_ value: String) -> String {
    let trimmed = ColumnName.trimmed(value)
    guard let number = Double(trimmed), number.isFinite else { return trimmed }
    if number.rounded() == number && number.magnitude < 1e18 { return String(Int64(number)) }
    return "\(number)"
  }

  /// A serial day number as a date, a time, or both in ISO form; nil when it is no such number.
  static func date(_ value: String, dates1904: Bool) -> String? {
    guard let serial = Double(ColumnName.trimmed(value)), serial >= 0, serial < 2_958_466 else { return nil }
    var days = Int(serial.rounded(.down))
    var seconds = Int(((serial - serial.rounded(.down)) * 86_400).rounded())
    if seconds == 86_400 {
      seconds = 0
      days += 1
    }
    let clock = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    if days == 0 && !dates1904 { return clock }
    // Excel counts a 29 February 1900 that never was.
    let since1970 = dates1904 ? days - 24_107 : days - 25_569 + (days < 60 ? 1 : 0)
    let day = civil(since1970)
    return seconds == 0 ? day : day + "T" + clock
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The calendar day of a day count since 1970-01-01.
  private static func civil(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let text = String(year)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text + "-" + padded(month) + "-" + padded(day)
  }
}
