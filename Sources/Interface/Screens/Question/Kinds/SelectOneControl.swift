internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// One choice of a list. Few choices stand in the form: arrows or a digit, then Enter. Many open as a list.
struct SelectOneControl: QuestionControl {
  func entry(for item: Item, node: FormNode, form: FormModel) -> Entry {
    var entry = Entry()
    let choices = form.response.choices(for: item.path)
    entry.choices = choices
    if !ChoiceControl.isList(node, count: choices.count) {
      entry.highlight = choices.firstIndex { $0.value == item.value }
    }
    return entry
  }

  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let choices = view.form.entry.choices
    if !view.isOpen || ChoiceControl.isList(view.node, count: choices.count) {
      return ChoiceControl.drawClosed(view, on: canvas, in: &frame)
    }
    let value = view.item.value
    return ChoiceControl.draw(
      choices, mark: { choices[$0].value == value ? "(•)" : "( )" }, view, on: canvas, in: &frame)
  }

  func take(_ press: Press, form: inout FormModel) -> ControlAnswer {
    guard let item = form.currentItem, let node = form.currentNode else { return .ignored }
    let choices = form.entry.choices
    if ChoiceControl.isList(node, count: choices.count) { return takeClosed(press, item) }
    if press.key == .down || press.key == .up {
      guard let moved = ChoiceControl.moved(press.key, from: form.entry.highlight, count: choices.count) else {
        return .ignored
      }
      form.entry.highlight = moved
      form.entry.isHeld = false
      return .handled([])
    }
    if ChoiceControl.isOutOfRange(press.key, count: choices.count) { return .handled([.bell]) }
    if let index = ChoiceControl.index(of: press.key, count: choices.count) {
      form.entry.highlight = index
      let effects = choose(choices[index], item, press, &form)
      return node.appearance.isQuick ? .accept(effects) : .handled(effects)
    }
    switch press.key {
    case .enter, .tab:
      guard let index = form.entry.highlight, choices.indices.contains(index) else { return .ignored }
      let effects = choose(choices[index], item, press, &form)
      return .accept(effects)
    case .character(" "):
      guard let index = form.entry.highlight, choices.indices.contains(index) else { return .handled([]) }
      return .handled(choose(choices[index], item, press, &form))
    default: return ChoiceControl.filter(press.key).map { .choices(filter: $0) } ?? .ignored
    }
  }

  private func choose(_ choice: ChoiceItem, _ item: Item, _ press: Press, _ form: inout FormModel) -> [AppEffect] {
    guard choice.value != item.value else { return [] }
    return form.change([.set(item.path, choice.value)], at: press.moment).effects
  }

  private func takeClosed(_ press: Press, _ item: Item) -> ControlAnswer {
    switch press.key {
    case .enter: item.isAnswered ? .ignored : .choices(filter: "")
    case .character(" "): .choices(filter: "")
    default: ChoiceControl.filter(press.key).map { .choices(filter: $0) } ?? .ignored
    }
  }
}
