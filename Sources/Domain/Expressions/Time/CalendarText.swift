/// Reads dates and times as the language writes them.
enum CalendarText {
  /// Reads `2026-11-20` or `2026-11-20T08:15:00.000+07:00`, only in full.
  static func readStrictly(_ text: String, zone: Zone) -> CalendarValue? {
    var copy = text
    let isDate = copy.withUTF8 { bytes in
      guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
      for place in [0, 1, 2, 3, 5, 6, 8, 9] where bytes[place] < 0x30 || bytes[place] > 0x39 { return false }
      return bytes.count == 10 || bytes[10] == UInt8(ascii: "T")
    }
    return isDate ? read(text, zone: zone) : nil
  }

  /// Reads a date or a date with time; the numbers may be short, as in `2026-1-5`.
  static func read(_ text: String, zone: Zone) -> CalendarValue? {
    let bytes = Array(text.utf8)
    let cut = bytes.firstIndex(of: UInt8(ascii: "T")) ?? bytes.count
    let pieces = bytes[..<cut].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard pieces.count == 3, let year = number(pieces[0], 1...9999), let month = number(pieces[1], 1...12),
      let day = number(pieces[2], 1...31), let date = CivilDate(checkedYear: year, month: month, day: day)
    else { return nil }
    guard cut < bytes.count else { return CalendarValue(days: date.days) }
    return time(bytes[(cut + 1)...], days: date.days, kind: .dateTime, zone: zone)
  }

  /// Reads `08:15`, `08:15:00.000` or `08:15:00.000+07:00`.
  static func readTime(_ text: String, zone: Zone) -> CalendarValue? {
    let bytes = Array(text.utf8)
    if bytes.contains(UInt8(ascii: "T")) {
      guard let whole = read(text, zone: zone) else { return nil }
      return CalendarValue(kind: .time, days: 0, millisecondsOfDay: whole.millisecondsOfDay, offset: whole.offset)
    }
    guard let clock = Clock(bytes[...]) else { return nil }
    // A time has no day; the clock time is what counts, whatever the zone was.
    let offset = clock.offset ?? Int(zone.offset(at: 0))
    return CalendarValue(kind: .time, days: 0, millisecondsOfDay: clock.milliseconds, offset: offset)
  }

  private static func time(
    _ bytes: ArraySlice<UInt8>, days: Int, kind: CalendarValue.Kind, zone: Zone
  ) -> CalendarValue? {
    guard let clock = Clock(bytes) else { return nil }
    let local = Int64(days) * 86_400_000 + Int64(clock.milliseconds)
    if let offset = clock.offset {
      return CalendarValue(milliseconds: local - Int64(offset) * 1000, zone: zone, kind: kind)
    }
    let seconds = zone.utcSeconds(local: CivilDate.floorDivide(local, 1000))
    return CalendarValue(milliseconds: seconds * 1000 + Int64(clock.milliseconds % 1000), zone: zone, kind: kind)
  }

  private static func number(_ digits: ArraySlice<UInt8>, _ range: ClosedRange<Int>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return range.contains(value) ? value : nil
  }

  /// A clock time with its offset from UTC.
  private struct Clock {
    var milliseconds: Int
    /// Seconds ahead of UTC; nil when none is written.
    var offset: Int?

    init?(_ bytes: ArraySlice<UInt8>) {
      var clock = bytes
      if clock.last == UInt8(ascii: "Z") {
        clock.removeLast()
        offset = 0
      } else if let sign = clock.firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
        let parts = clock[(sign + 1)...].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        var hours: Int?
        var minutes: Int? = 0
        if parts.count == 1, parts[0].count == 4 {
          hours = number(parts[0].prefix(2), 0...18)
          minutes = number(parts[0].suffix(2), 0...59)
        } else if parts.count <= 2, let first = parts.first {
          hours = number(first, 0...18)
          if parts.count == 2 { minutes = number(parts[1], 0...59) }
        }
        guard let hours, let minutes else { return nil }
        offset = (hours * 3600 + minutes * 60) * (clock[sign] == UInt8(ascii: "-") ? -1 : 1)
        clock = clock[..<sign]
      }
      let parts = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      guard parts.count == 2 || parts.count == 3, let hours = number(parts[0], 0...23),
        let minutes = number(parts[1], 0...59)
      else { return nil }
      milliseconds = (hours * 60 + minutes) * 60_000
      guard parts.count == 3 else { return }
      let halves = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      guard halves.count <= 2, let seconds = number(halves[0], 0...59) else { return nil }
      milliseconds += seconds * 1000
      if halves.count == 2 {
        guard !halves[1].isEmpty, halves[1].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        var scale = 100
        for digit in halves[1].prefix(3) {
          milliseconds += Int(digit - 0x30) * scale
          scale /= 10
        }
      }
    }
  }
}
