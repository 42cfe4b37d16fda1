internal import Expressions
internal import Forms

/// The one way in which a value is written in a submission, where people may write it in several.
enum Canonical {
  /// The value as it is stored.
  static func value(_ text: String, for kind: QuestionKind, at moment: Moment) -> String {
    switch kind {
    case .time where kind.description.isWellFormed(text, [:]): time(text, offset: offset(moment))
    case .dateTime where kind.description.isWellFormed(text, [:]): dateTime(text, moment: moment)
    case .geopoint where kind.description.isWellFormed(text, [:]): point(text[...])
    case .geotrace where kind.description.isWellFormed(text, [:]),
      .geoshape where kind.description.isWellFormed(text, [:]):
      text.split(separator: ";").map(point).filter { !$0.isEmpty }.joined(separator: "; ")
    default: text
    }
  }

  /// The kind that says how the values of a node are written, where that is in one way only.
  static func kind(_ kind: QuestionKind, bindType: String?) -> QuestionKind? {
    switch kind {
    case .date, .time, .dateTime, .geopoint, .geotrace, .geoshape: return kind
    case .calculate, .hidden: break
    default: return nil
    }
    switch bindType {
    case "date": return .date
    case "time": return .time
    case "dateTime": return .dateTime
    case "geopoint": return .geopoint
    case "geotrace": return .geotrace
    case "geoshape": return .geoshape
    default: return nil
    }
  }

  /// A point is written with all four numbers, unknown ones as 0.0.
  private static func point(_ text: Substring) -> String {
    let numbers = text.split(separator: " ").map { number in
      let isNegative = number.hasPrefix("-")
      let parts = number.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
      let whole = String((parts.first ?? "").drop { $0 == "0" })
      var fraction = String(parts.count > 1 ? parts[1] : "")
      while fraction.last == "0" { fraction.removeLast() }
      return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + "." + (fraction.isEmpty ? "0" : fraction)
    }
    guard !numbers.isEmpty else { return "" }
    return (numbers + Array(repeating: "0.0", count: max(0, 4 - numbers.count))).joined(separator: " ")
  }

  /// How local time is marked: `+07:00`, or `Z` where it is that of Greenwich.
  private static func offset(_ moment: Moment) -> String {
    let now = CalendarValue(milliseconds: moment.milliseconds, zone: moment.zone).fullText
    return now.hasSuffix("Z") ? "Z" : String(now.suffix(6))
  }

  /// `13:45` becomes `13:45:00.000+07:00`; what is already there stays.
  private static func time(_ text: String, offset: String) -> String {
    let clock = text.prefix { $0 != "+" && $0 != "-" && $0 != "Z" }
    let zone = text.dropFirst(clock.count)
    let parts = clock.split(separator: ":")
    let seconds = parts.count > 2 ? parts[2] : "00"
    let whole = seconds.prefix(2)
    let fraction = String((seconds.dropFirst(3) + "000").prefix(3))
    let written =
      switch zone {
      case "": offset
      // A Z stays where local time is marked so too; elsewhere it is written as it has always been stored there.
      case "Z": offset == "Z" ? "Z" : "+00:00"
      default: zone.count == 3 ? zone + ":00" : String(zone)
      }
    return "\(parts[0]):\(parts[1]):\(whole).\(fraction)\(written)"
  }

  private static func dateTime(_ text: String, moment: Moment) -> String {
    let parts = text.split(separator: "T", maxSplits: 1)
    return "\(parts[0])T\(time(String(parts[1]), offset: offset(moment)))"
  }
}
