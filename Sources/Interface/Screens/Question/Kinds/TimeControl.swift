internal import Forms
internal import Messages
internal import Responses

/// A time of day, typed as 8:30, 8h30, 0830 or 8h.
struct TimeControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 12 }

  func text(of value: String, node: FormNode) -> String { TimeText.shown(value) }

  func shown(_ item: Item, node: FormNode) -> String { TimeText.shown(item.value) }

  func hint(_ node: FormNode) -> FormPhrase? { .example("08:30, 8h30, 0830") }

  func remark(_ text: String, _ view: ControlView) -> String { "HH:mm" }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    let trimmed = TypedText.trimmed(text)
    guard !trimmed.isEmpty else { return "" }
    guard let time = TimeText.read(trimmed) else { throw TypedTextProblem(phrase: TypedProblem.time.phrase) }
    return time
  }
}

/// Times of day between the field and the answer.
enum TimeText {
  /// HH:mm; the answer itself when it is no time.
  static func shown(_ value: String) -> String {
    let start = value.prefix(5)
    return read(String(start)) == String(start) ? String(start) : value
  }

  /// The time that a text means, as HH:mm.
  static func read(_ text: String) -> String? {
    var digits = text.lowercased().split { ":hg.".contains($0) || $0 == " " }.map(String.init)
    if digits.count == 1, digits[0].utf8.count == 4 || digits[0].utf8.count == 3 {
      digits = [String(digits[0].dropLast(2)), String(digits[0].suffix(2))]
    }
    let isHourAlone = digits.count == 1 && text.lowercased().hasSuffix("h")
    guard digits.count == 2 || isHourAlone, let hour = number(digits[0]), hour < 24 else { return nil }
    let minute = digits.count == 2 ? number(digits[1]) : 0
    guard let minute, minute < 60 else { return nil }
    return two(hour) + ":" + two(minute)
  }

  private static func number(_ text: String) -> Int? {
    guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
