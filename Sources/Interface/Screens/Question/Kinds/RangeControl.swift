internal import Forms
internal import Responses
internal import Terminal
internal import Vietnamese

/// A number between two bounds: typed, or stepped with ← and →.
struct RangeControl: TypedControl {
  func width(_ node: FormNode) -> Int? { 12 }

  func text(of value: String, node: FormNode) -> String { TypedText.number(value, node: node) }

  func shown(_ item: Item, node: FormNode) -> String { NumberText.shown(item.value, node: node) }

  func remark(_ text: String, _ view: ControlView) -> String {
    let (start, end, _) = bounds(view.node)
    let unit = view.node.unit.map { " " + $0 } ?? ""
    return "\(start.vietnamese) ← → \(end.vietnamese)\(unit)"
  }

  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String {
    try NumberText.value(of: text, node: node)
  }

  func take(_ press: Press, form: inout FormModel) -> ControlAnswer {
    guard press.key == .left || press.key == .right, let node = form.currentNode else {
      return takeText(press, form: &form)
    }
    let (start, end, step) = bounds(node)
    let typed = try? NumberText.value(of: form.entry.field.text, node: node)
    let moved: ExactDecimal
    if let value = typed.flatMap({ ExactDecimal(plain: $0) }) {
      let delta = press.key == .right ? step : ExactDecimal(coefficient: -step.coefficient, scale: step.scale)
      moved = min(max(value.adding(delta) ?? value, start), end)
    } else {
      moved = press.key == .right ? start : end
    }
    form.entry.field = TextField(TypedText.number(moved.plain, node: node))
    form.entry.isDirty = moved.plain != form.currentItem?.value
    form.entry.problem = nil
    return .handled([])
  }

  private func takeText(_ press: Press, form: inout FormModel) -> ControlAnswer {
    IntegerControl().take(press, form: &form)
  }

  private func bounds(_ node: FormNode) -> (start: ExactDecimal, end: ExactDecimal, step: ExactDecimal) {
    func bound(_ name: String, _ standard: Int) -> ExactDecimal {
      node.parameters[name].flatMap { ExactDecimal(plain: $0) } ?? ExactDecimal(standard)
    }
    return (bound("start", 1), bound("end", 10), bound("step", 1))
  }
}
