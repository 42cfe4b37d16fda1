internal import Forms
internal import Messages
internal import Responses
internal import Vietnamese

/// A day, typed as dd/MM/yyyy or shorter.
struct DateControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 16 }

  func text(of value: String, node: FormNode) -> String { DateText.shown(value) }

  func shown(_ item: Item, node: FormNode) -> String { DateText.shown(item.value) }

  func hint(_ node: FormNode) -> FormPhrase? { .example("18/01/2027, 18/1, 18012027") }

  func remark(_ text: String, _ view: ControlView) -> String {
    guard let iso = try? value(of: text, node: view.node, year: view.form.yearOpened), let date = CalendarDate(iso: iso)
    else {
      return "dd/MM/yyyy"
    }
    return "\(CommonPhrase.weekdayShort(date.weekday).text(in: view.language)) \(date.vietnamese)"
  }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    let trimmed = TypedText.trimmed(text)
    guard !trimmed.isEmpty else { return "" }
    if node.appearance.isYear, let year = Int(trimmed), trimmed.utf8.count == 4 { return "\(year)-01-01" }
    return try DateText.read(trimmed, year: year)
  }
}

/// Days between the field and the answer.
enum DateText {
  /// The day that a text means, as yyyy-MM-dd.
  static func read(_ text: String, year: Int) throws(TypedTextProblem) -> String {
    do throws(TextProblem) {
      return try DateReading(reading: text, around: year).date.iso
    } catch {
      throw TypedTextProblem(phrase: error.datePhrase)
    }
  }

  /// dd/MM/yyyy; the answer itself when it is no day.
  static func shown(_ value: String) -> String {
    CalendarDate(iso: String(value.prefix(10))).map(\.vietnamese) ?? value
  }
}
