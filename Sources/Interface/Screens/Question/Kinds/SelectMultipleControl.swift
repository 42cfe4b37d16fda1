internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Any number of choices: Space or a digit chooses and leaves out, Enter goes on.
struct SelectMultipleControl: QuestionControl {
  func entry(for item: Item, node: FormNode, form: FormModel) -> Entry {
    var entry = Entry()
    entry.choices = form.response.choices(for: item.path)
    return entry
  }

  func hint(_ node: FormNode, form: FormModel) -> FormPhrase? {
    ChoiceControl.isList(node, count: form.entry.choices.count) ? .opensListHint : .togglesHint
  }

  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let choices = view.form.entry.choices
    if !view.isOpen || ChoiceControl.isList(view.node, count: choices.count) {
      return ChoiceControl.drawClosed(view, on: canvas, in: &frame)
    }
    let chosen = Self.values(view.item.value)
    return ChoiceControl.draw(
      choices, mark: { chosen.contains(choices[$0].value) ? "[x]" : "[ ]" }, view, on: canvas, in: &frame)
  }

  func take(_ press: Press, form: inout FormModel) -> ControlAnswer {
    guard let item = form.currentItem, let node = form.currentNode else { return .ignored }
    let choices = form.entry.choices
    if ChoiceControl.isList(node, count: choices.count) {
      switch press.key {
      case .enter: return item.isAnswered ? .ignored : .choices(filter: "")
      case .character(" "): return .choices(filter: "")
      default: return ChoiceControl.filter(press.key).map { .choices(filter: $0) } ?? .ignored
      }
    }
    if press.key == .down || press.key == .up {
      guard let moved = ChoiceControl.moved(press.key, from: form.entry.highlight, count: choices.count) else {
        return .ignored
      }
      form.entry.highlight = moved
      return .handled([])
    }
    if ChoiceControl.isOutOfRange(press.key, count: choices.count) { return .handled([.bell]) }
    if let index = ChoiceControl.index(of: press.key, count: choices.count) {
      form.entry.highlight = index
      return .handled(Self.toggle(choices[index].value, item, among: choices, press, &form))
    }
    if press.key == .character(" ") {
      guard let index = form.entry.highlight, choices.indices.contains(index) else { return .handled([]) }
      return .handled(Self.toggle(choices[index].value, item, among: choices, press, &form))
    }
    return ChoiceControl.filter(press.key).map { .choices(filter: $0) } ?? .ignored
  }

  /// The values of an answer.
  static func values(_ value: String) -> [String] {
    value.split(separator: " ").map(String.init)
  }

  /// Chooses or leaves out one value; the answer keeps the order of the list.
  static func toggle(
    _ value: String, _ item: Item, among choices: [ChoiceItem], _ press: Press, _ form: inout FormModel
  ) -> [AppEffect] {
    var chosen = Set(values(item.value))
    if chosen.remove(value) == nil { chosen.insert(value) }
    let known = choices.map(\.value).filter(chosen.contains)
    let others = values(item.value).filter { chosen.contains($0) && !known.contains($0) }
    let answer = (known + others).joined(separator: " ")
    form.entry.isHeld = false
    return form.change([answer.isEmpty ? .unset(item.path) : .set(item.path, answer)], at: press.moment).effects
  }
}
