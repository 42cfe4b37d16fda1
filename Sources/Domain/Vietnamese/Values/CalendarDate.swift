/// A day of the Gregorian calendar, without time and zone.
package struct CalendarDate: Sendable, Hashable {
  /// The year, 1900…2199.
  package let year: Int
  /// The month, 1…12.
  package let month: Int
  /// The day of the month.
  package let day: Int

  /// Checks and joins the parts.
  /// - Throws: ``TextProblem/year(_:)``, ``TextProblem/month(_:)`` or ``TextProblem/day(_:month:year:)``.
  package init(year: Int, month: Int, day: Int) throws(TextProblem) {
    guard (1900...2199).contains(year) else { throw .year(year) }
    guard (1...12).contains(month) else { throw .month(month) }
    guard (1...Self.length(ofMonth: month, year: year)).contains(day) else {
      throw .day(day, month: month, year: year)
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads "2027-01-18".
  package init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard numbers.count == 3 else { return nil }
    do throws(TextProblem) {
      try self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    } catch { return nil }
  }

  /// The day that lies so many days after 1 January 1970; nil outside the years that are kept.
  package init?(daysSince1970 days: Int) {
    // Howard Hinnant's civil-from-days: eras of 400 years that begin on 1 March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    do throws(TextProblem) {
      try self.init(year: year, month: month, day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    } catch { return nil }
  }

  /// Days since 1 January 1970.
  package var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The day of the week.
  package var weekday: Weekday { Weekday.allCases[(daysSince1970 + 3) % 7 + ((daysSince1970 + 3) % 7 < 0 ? 7 : 0)] }

  /// The day so many days later; nil outside the years that are kept.
  package func adding(days: Int) -> CalendarDate? { CalendarDate(daysSince1970: daysSince1970 + days) }

  /// "2027-01-18".
  package var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

  /// "18/01/2027".
  package var vietnamese: String { "\(shortVietnamese)/\(year)" }

  /// "18/01".
  package var shortVietnamese: String { "\(Self.padded(day))/\(Self.padded(month))" }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// How many days a month has.
  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: Comparable {
  /// Earlier before later.
  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

/// A day of the week, Monday first.
package enum Weekday: Int, Sendable, CaseIterable, Hashable {
  /// Thứ hai to chủ nhật.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}
