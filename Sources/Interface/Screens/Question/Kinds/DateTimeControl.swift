internal import Forms
internal import Messages
internal import Responses
internal import Vietnamese

/// A day and a time, the day first.
struct DateTimeControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 22 }

  func text(of value: String, node: FormNode) -> String { shown(value) }

  func shown(_ item: Item, node: FormNode) -> String { shown(item.value) }

  func hint(_ node: FormNode) -> FormPhrase? { .example("18/01/2027 08:30") }

  func remark(_ text: String, _ view: ControlView) -> String { "dd/MM/yyyy HH:mm" }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    let parts = text.split { $0.isWhitespace || $0 == "T" }
    guard let first = parts.first else { return "" }
    let day = try DateText.read(String(first), year: year)
    guard parts.count == 2, let time = TimeText.read(String(parts[1])) else {
      throw TypedTextProblem(phrase: TypedProblem.time.phrase)
    }
    return "\(day)T\(time):00.000"
  }

  private func shown(_ value: String) -> String {
    let parts = value.split(separator: "T")
    guard parts.count == 2 else { return value }
    return DateText.shown(String(parts[0])) + " " + TimeText.shown(String(parts[1]))
  }
}
