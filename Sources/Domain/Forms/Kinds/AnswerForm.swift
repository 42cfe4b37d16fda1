/// Brings a text that a form gives as an answer into the form in which answers of a kind are written. People and
/// spreadsheets write `8:30` and `2026-1-2`; other programs read those too.
package enum AnswerForm {
  /// The text as an answer is written; nothing when it cannot be read as one.
  package static func read(_ text: String, for kind: QuestionKind, _ parameters: [String: String]) -> String? {
    if kind.isAttachment || kind.description.isWellFormed(text, parameters) { return text }
    let written = trimmed(text)
    let read: String? =
      switch kind {
      case .date: day(written)
      case .time: clock(written)
      case .dateTime: moment(written)
      case .integer, .decimal, .percentage, .range: plain(written)
      default: written
      }
    return read.flatMap { kind.description.isWellFormed($0, parameters) ? $0 : nil }
  }

  private static func trimmed(_ text: String) -> String {
    var rest = text[...].drop { $0.isWhitespace }
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return String(rest)
  }

  /// `2026-1-2` as `2026-01-02`; midnight behind it, as converters of spreadsheets add, is left out.
  private static func day(_ text: String) -> String? {
    let (date, time) = halves(text)
    if let time, clock(time).map({ $0.contains { ("1"..."9").contains($0) } }) ?? true { return nil }
    let parts = date.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4 else { return nil }
    return [String(parts[0]), padded(parts[1]), padded(parts[2])].joined(separator: "-")
  }

  /// `8:5` as `08:05`.
  private static func clock(_ text: String) -> String? {
    let time = text.prefix { $0 != "+" && $0 != "-" && $0 != "Z" }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else { return nil }
    return parts.map(padded).joined(separator: ":") + text.dropFirst(time.count)
  }

  /// A day and a time, with a space or a T between; a day alone begins at midnight.
  private static func moment(_ text: String) -> String? {
    let (date, time) = halves(text)
    guard let day = day(date) else { return nil }
    guard let time else { return day + "T00:00" }
    return clock(time).map { day + "T" + $0 }
  }

  private static func halves(_ text: String) -> (date: String, time: String?) {
    guard let cut = text.firstIndex(where: { $0 == "T" || $0 == " " }) else { return (text, nil) }
    return (String(text[..<cut]), String(text[text.index(after: cut)...]))
  }

  private static func padded(_ digits: Substring) -> String { digits.count == 1 ? "0" + digits : String(digits) }

  /// `1.2e3` as `1200`, `+5` as `5`.
  private static func plain(_ text: String) -> String? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let unsigned = text.drop { $0 == "-" || $0 == "+" }
    guard text.count - unsigned.count <= 1 else { return nil }
    guard let mark = unsigned.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return sign + unsigned }
    let mantissa = unsigned[..<mark].split(separator: ".", omittingEmptySubsequences: false)
    guard let power = Int(unsigned[unsigned.index(after: mark)...]), abs(power) <= WrittenForm.longestNumber,
      let whole = mantissa.first, mantissa.count <= 2
    else { return nil }
    let fraction = mantissa.count > 1 ? mantissa[1] : ""
    let zeros = String(repeating: "0", count: abs(power))
    // The point moves to the right by the power, or stays where zeros in front have moved the digits.
    let digits = (power < 0 ? zeros : "") + String(whole) + String(fraction) + (power > 0 ? zeros : "")
    let point = digits.index(digits.startIndex, offsetBy: whole.count + max(power, 0))
    let front = String(digits[..<point].drop { $0 == "0" })
    var back = String(digits[point...])
    while back.last == "0" { back.removeLast() }
    return sign + (front.isEmpty ? "0" : front) + (back.isEmpty ? "" : ".") + back
  }
}
