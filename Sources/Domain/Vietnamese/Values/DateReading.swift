/// A date as it was typed, with what had to be assumed.
package struct DateReading: Sendable, Equatable {
  /// Where the year came from.
  package enum YearOrigin: Sendable, Equatable {
    /// Four digits were typed.
    case written
    /// Two digits were typed and completed: ask.
    case expanded
    /// No year was typed; the year of the visit was taken: ask.
    case assumed
  }

  /// The date.
  package let date: CalendarDate
  /// Where its year came from.
  package let yearOrigin: YearOrigin

  /// Reads dd/MM/yyyy, d/M/yy, d/M, the same with dots, dashes or spaces, ddMMyyyy, and ISO yyyy-MM-dd.
  /// - Parameter reference: The year of the visit. Two digits mean a year from 80 before to 19 after it.
  /// - Throws: ``TextProblem``.
  package init(reading text: String, around reference: Int) throws(TextProblem) {
    let trimmed = text.folded
    guard !trimmed.isEmpty else { throw .empty }
    if let date = CalendarDate(iso: trimmed) {
      self.init(date: date, yearOrigin: .written)
      return
    }
    let parts = try Self.parts(of: trimmed)
    guard parts.count == 2 || parts.count == 3, parts[0].count <= 2, parts[1].count <= 2 else {
      // yyyy/MM/dd and yyyy-M-d say the same as ISO.
      guard parts.count == 3, parts[0].count == 4, parts[1].count <= 2, parts[2].count <= 2 else { throw .date }
      let date = try CalendarDate(
        year: Self.value(parts[0]), month: Self.value(parts[1]), day: Self.value(parts[2]))
      self.init(date: date, yearOrigin: .written)
      return
    }
    let (year, origin) = try Self.year(parts.count == 3 ? parts[2] : nil, around: reference)
    let date = try CalendarDate(year: year, month: Self.value(parts[1]), day: Self.value(parts[0]))
    self.init(date: date, yearOrigin: origin)
  }

  private init(date: CalendarDate, yearOrigin: YearOrigin) {
    self.date = date
    self.yearOrigin = yearOrigin
  }

  private static func parts(of text: String) throws(TextProblem) -> [Substring] {
    let parts = text.split { "/.- ".contains($0) }
    for part in parts {
      for scalar in part.unicodeScalars where !("0"..."9").contains(scalar) { throw .character(String(scalar)) }
    }
    guard parts.count == 1, let digits = parts.first, digits.count == 8 || digits.count == 6 else { return parts }
    return [digits.prefix(2), digits.dropFirst(2).prefix(2), digits.dropFirst(4)]
  }

  private static func value(_ digits: Substring) -> Int { Int(digits) ?? 0 }

  private static func year(
    _ digits: Substring?, around reference: Int
  ) throws(TextProblem) -> (Int, YearOrigin) {
    guard let digits else { return (reference, .assumed) }
    switch digits.count {
    case 4: return (value(digits), .written)
    case 2:
      let earliest = reference - 80
      let offset = (value(digits) - earliest % 100 + 100) % 100
      return (earliest + offset, .expanded)
    default: throw .date
    }
  }
}
