internal import Forms
internal import Messages
internal import Responses
internal import Vietnamese

/// A whole number.
struct IntegerControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 18 }

  func text(of value: String, node: FormNode) -> String { TypedText.number(value, node: node) }

  func shown(_ item: Item, node: FormNode) -> String { NumberText.shown(item.value, node: node) }

  func remark(_ text: String, _ view: ControlView) -> String { NumberText.remark(text, view) }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    let value = try NumberText.value(of: text, node: node)
    guard value.isEmpty || !value.contains(".") else { throw TypedTextProblem(phrase: TypedProblem.notWhole.phrase) }
    return value
  }
}
