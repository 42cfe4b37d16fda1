internal import Forms
internal import Responses

/// A number; an amount of money when its unit is đồng.
struct DecimalControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 24 }

  func text(of value: String, node: FormNode) -> String { TypedText.number(value, node: node) }

  func shown(_ item: Item, node: FormNode) -> String { NumberText.shown(item.value, node: node) }

  func remark(_ text: String, _ view: ControlView) -> String { NumberText.remark(text, view) }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    try NumberText.value(of: text, node: node)
  }
}
