internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Choices put in order: each one pressed takes the next place, pressed again it loses it.
struct RankControl: QuestionControl {
  func entry(for item: Item, node: FormNode, form: FormModel) -> Entry {
    var entry = Entry()
    entry.choices = form.response.choices(for: item.path)
    return entry
  }

  func hint(_ node: FormNode) -> FormPhrase? { .orderHint }

  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let choices = view.form.entry.choices
    guard view.isOpen else { return ChoiceControl.drawClosed(view, on: canvas, in: &frame) }
    let ranked = SelectMultipleControl.values(view.item.value)
    return ChoiceControl.draw(
      choices, mark: { index in ranked.firstIndex(of: choices[index].value).map { "#\($0 + 1)" } ?? "# " }, view,
      on: canvas, in: &frame)
  }

  func take(_ press: Press, form: inout FormModel) -> ControlAnswer {
    guard let item = form.currentItem else { return .ignored }
    let choices = form.entry.choices
    if press.key == .down || press.key == .up {
      guard let moved = ChoiceControl.moved(press.key, from: form.entry.highlight, count: choices.count) else {
        return .ignored
      }
      form.entry.highlight = moved
      return .handled([])
    }
    if ChoiceControl.isOutOfRange(press.key, count: choices.count) { return .handled([.bell]) }
    if let index = ChoiceControl.index(of: press.key, count: choices.count) { form.entry.highlight = index }
    let isPressed = press.key == .character(" ") || ChoiceControl.index(of: press.key, count: choices.count) != nil
    guard isPressed, let index = form.entry.highlight, choices.indices.contains(index) else { return .ignored }
    var ranked = SelectMultipleControl.values(item.value).filter { value in choices.contains { $0.value == value } }
    let value = choices[index].value
    if let place = ranked.firstIndex(of: value) { ranked.remove(at: place) } else { ranked.append(value) }
    let left = choices.map(\.value).filter { !ranked.contains($0) }
    // The last place has only one choice left for it.
    if left.count == 1, ranked.contains(value) { ranked += left }
    let answer = ranked.joined(separator: " ")
    return .handled(
      form.change([answer.isEmpty ? .unset(item.path) : .set(item.path, answer)], at: press.moment).effects)
  }
}
