internal import Forms
internal import Responses

/// A share in per cent.
struct PercentageControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 12 }

  func text(of value: String, node: FormNode) -> String { TypedText.number(value, node: node) }

  func shown(_ item: Item, node: FormNode) -> String { TypedText.number(item.value, node: node) + " %" }

  func remark(_ text: String, _ view: ControlView) -> String { "%" }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    let trimmed = TypedText.trimmed(text)
    return try NumberText.value(of: trimmed.hasSuffix("%") ? String(trimmed.dropLast()) : trimmed, node: node)
  }
}
