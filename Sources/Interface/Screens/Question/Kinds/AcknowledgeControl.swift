internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Something to be read and ticked.
struct AcknowledgeControl: QuestionControl {
  func shown(_ item: Item, node: FormNode) -> String { "✓" }

  func hint(_ node: FormNode) -> FormPhrase? { .acknowledge }

  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let box = view.item.value.isEmpty ? "[ ]" : "[x]"
    canvas.draw(box + " OK", row: 0, style: .focus, in: &frame)
    canvas.stand(row: 0, column: 1, in: &frame)
    return 1
  }

  func take(_ press: Press, form: inout FormModel) -> ControlAnswer {
    guard press.key == .character(" "), let item = form.currentItem else { return .ignored }
    let edit: Edit = item.value.isEmpty ? .set(item.path, "OK") : .unset(item.path)
    return .handled(form.change([edit], at: press.moment).effects)
  }
}
