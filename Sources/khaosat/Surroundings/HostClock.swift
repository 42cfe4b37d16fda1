package import Expressions
package import Vietnamese
internal import FoundationEssentials
internal import Glibc

/// The clock and the time zone of this machine: the only place where the program asks what time it is.
///
/// `KHAOSAT_NOW` (an ISO date-time, a date, or milliseconds since 1970) stands in for the clock in tests and demonstrations.
package struct HostClock: Sendable {
  /// The zone in which local dates are read and written.
  package let zone: Zone
  private let fixed: Int64?

  /// Reads `KHAOSAT_NOW`, `TZ` and the system's zone once.
  package init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    zone = HostClock.hostZone(environment["TZ"])
    fixed = environment["KHAOSAT_NOW"].flatMap(HostClock.milliseconds)
  }

  /// A clock in a named zone of the system's database; UTC when there is none of that name.
  package init(zoneNamed name: String) {
    zone = HostClock.hostZone(name)
    fixed = nil
  }

  /// Milliseconds since 1970 in UTC.
  package func now() -> Int64 {
    if let fixed { return fixed }
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }

  private static func hostZone(_ wanted: String?) -> Zone {
    if let wanted, !wanted.isEmpty {
      let name = wanted.hasPrefix(":") ? String(wanted.dropFirst()) : wanted
      if name == "UTC" { return Zone.fixed(minutes: 0) }
      if !name.contains(".."), let bytes = try? HostFile.read("/usr/share/zoneinfo/" + name),
        let zone = Zone(tzif: bytes, name: name)
      {
        return zone
      }
      return Zone.fixed(minutes: 0)
    }
    // A machine without zone data still works: the offset of the C library stands in.
    if let bytes = try? HostFile.read("/etc/localtime"), let zone = Zone(tzif: bytes, name: localZoneName()) {
      return zone
    }
    return Zone.fixed(minutes: 0)
  }

  private static func localZoneName() -> String {
    var buffer = [CChar](repeating: 0, count: 1024)
    let length = readlink("/etc/localtime", &buffer, buffer.count - 1)
    guard length > 0 else { return "local" }
    let target = String(decoding: buffer[0..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let parts = target.split(separator: "/")
    guard let place = parts.firstIndex(of: "zoneinfo"), place + 1 < parts.count else { return "local" }
    return parts[(place + 1)...].joined(separator: "/")
  }

  private static func milliseconds(_ text: String) -> Int64? {
    if let number = Int64(text) { return number }
    let digits = text.prefix(19)
    let parts = digits.split { !$0.isASCII || !$0.isNumber }.compactMap { Int64($0) }
    guard parts.count >= 3 else { return nil }
    let time = parts.dropFirst(3) + [0, 0, 0]
    let clock = Array(time.prefix(3))
    let days = daysSinceEpoch(year: parts[0], month: parts[1], day: parts[2])
    var milliseconds = ((days * 24 + clock[0]) * 60 + clock[1]) * 60_000 + clock[2] * 1000
    var rest = text.dropFirst(19)
    if rest.first == "." {
      rest.removeFirst()
      let fraction = rest.prefix { $0.isNumber }
      milliseconds += Int64((fraction + "000").prefix(3)) ?? 0
      rest = rest.dropFirst(fraction.count)
    }
    if let sign = rest.first, sign == "+" || sign == "-" {
      let offset = rest.dropFirst().split(separator: ":").compactMap { Int64($0) }
      let minutes = (offset.first ?? 0) * 60 + (offset.count > 1 ? offset[1] : 0)
      milliseconds -= (sign == "+" ? 1 : -1) * minutes * 60_000
    }
    return milliseconds
  }

  private static func daysSinceEpoch(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension HostClock {
  /// The local date of now.
  package var today: CalendarDate {
    let seconds = now() / 1000
    let local = seconds + Int64(zone.offset(at: seconds))
    let days = Int((Double(local) / 86_400).rounded(.down))
    return CalendarDate(daysSince1970: days) ?? HostClock.epochDay
  }

  private static let epochDay: CalendarDate = CalendarDate(daysSince1970: 0) ?? fallbackDay()

  private static func fallbackDay() -> CalendarDate { preconditionFailure("1 January 1970 is a date") }
}
