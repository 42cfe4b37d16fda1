internal import Forms
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// The choices of a question as a list over the form: what is typed filters, without accents, by label, code and the
/// other columns of the list (such as the names of before).
struct ChoicesScreen: Screen {
  private let path: FieldPath
  private let label: String
  private let isMultiple: Bool
  private let choices: [ChoiceItem]
  private let searchable: [SearchableText]
  private let recent: [String]
  /// The answer as it was when the list was opened; nothing where several may be chosen.
  private let answer: String
  private var shown: [Int]
  private var filter: TextField
  private var cursor = ListCursor()

  /// The list of an item, with something typed already.
  init(item: Item, form: FormModel, filter: String) {
    path = item.path
    label = item.label
    let node = form.node(of: item)
    isMultiple = node.kind == .selectMultiple
    answer = isMultiple ? "" : item.value
    choices = form.response.choices(for: item.path)
    searchable = choices.map { choice in
      let extras = choice.extra.filter { !Self.isPlain($0.value) }.map(\.value)
      return SearchableText(([choice.label, choice.value] + extras).joined(separator: " | "))
    }
    recent = form.recent[node.listName ?? ""] ?? []
    shown = []
    self.filter = TextField(filter)
    search()
  }

  /// Numbers, dates and sources say nothing that people search for.
  private static func isPlain(_ text: String) -> Bool {
    text.isEmpty || text.allSatisfy { $0.isNumber || ".-:".contains($0) }
  }

  private mutating func search() {
    let query = SearchQuery(filter.text)
    let all = Array(choices.indices)
    if query.isEmpty {
      let first = recent.compactMap { value in choices.firstIndex { $0.value == value } }
      shown = first + all.filter { !first.contains($0) }
    } else {
      shown = all.matching(query) { searchable[$0] }
      if shown.isEmpty {
        let words = filter.text.split(separator: " ").map { SearchQuery(String($0)) }
        shown = all.filter { index in words.allSatisfy { $0.isContained(in: searchable[index]) } }
      }
      // A code typed whole or in part comes first.
      shown =
        shown.filter { choices[$0].value.hasPrefix(filter.text) }
        + shown.filter { !choices[$0].value.hasPrefix(filter.text) }
    }
    // With the whole list in sight the answer stands out: Enter changes nothing.
    let current = query.isEmpty ? choices.firstIndex { $0.value == answer } : nil
    cursor = ListCursor(selected: current.flatMap { shown.firstIndex(of: $0) } ?? 0)
  }

  var context: KeyContext { isMultiple ? .multipleChoices : .choices }

  func title(_ app: AppModel) -> TitleLine {
    let count = shown.count == choices.count ? "\(choices.count)" : "\(shown.count)/\(choices.count)"
    return TitleLine(left: "\(label) · \(count)")
  }

  func message(_ app: AppModel) -> MessageLine? {
    if shown.isEmpty { return MessageLine(text: CommonPhrase.noMatch.text(in: app.language), style: .warning) }
    guard shown.indices.contains(cursor.selected) else { return nil }
    let choice = choices[shown[cursor.selected]]
    let names = Self.formerNames(choice)
    guard !names.isEmpty else {
      return isMultiple ? MessageLine(text: FormPhrase.listTogglesHint.text(in: app.language)) : nil
    }
    return MessageLine(text: VisitsPhrase.formerly(names).text(in: app.language))
  }

  func state(_ app: AppModel) -> String { "" }

  /// The names of before, when the list has such a column.
  private static func formerNames(_ choice: ChoiceItem) -> String {
    choice.extra.first { ["truoc", "former", "formerly", "old_names"].contains($0.column) }?.value ?? ""
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    TextFieldView.draw(
      filter, after: CommonPhrase.filter.text(in: app.language), on: canvas, row: 0, upTo: 32, in: &frame)
    let body = canvas.rows(from: 1)
    let window = cursor.window(count: shown.count, rows: body.rows)
    let chosen = app.form?.items.first { $0.path == path }.map { SelectMultipleControl.values($0.value) } ?? []
    let codes = choices.map(\.value).map { CharacterWidth.columns(of: $0) }.max() ?? 0
    let codeWidth = canvas.columns >= 64 ? min(codes, 12) : 0
    for (line, index) in window.enumerated() {
      let choice = choices[shown[index]]
      let isOut = index == cursor.selected
      let style: Style = isOut ? .focus : .text
      body.draw(isOut ? "▸" : " ", row: line, column: 1, style: .focus, in: &frame)
      var at = 3
      if isMultiple || chosen.contains(choice.value) {
        let mark = chosen.contains(choice.value)
        body.draw(
          isMultiple ? (mark ? "[x]" : "[ ]") : "•", row: line, column: isMultiple ? at : 2, style: style, in: &frame)
        at += isMultiple ? 4 : 0
      }
      if codeWidth > 0, Self.isPlain(choice.value) {
        body.columns(from: at, count: codeWidth).drawRight(
          choice.value, row: line, style: isOut ? .focus : .hint, in: &frame)
        at += codeWidth + 2
      }
      let former = canvas.columns >= 64 ? Self.formerNames(choice) : ""
      let room = former.isEmpty ? body.columns - at - 1 : (body.columns - at) / 2
      body.draw(choice.label, row: line, column: at, limit: room, style: style, in: &frame)
      if !former.isEmpty {
        let words = VisitsPhrase.formerly(former).text(in: app.language)
        body.draw(
          words, row: line, column: at + room + 1, limit: body.columns - at - room - 2, style: .hint, in: &frame)
      }
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    let rows = Layout(size: app.size).bodyRows - 1
    switch press.key {
    case .up, .down, .pageUp, .pageDown, .control("p"):
      _ = cursor.handle(press.key, count: shown.count, rows: rows)
      return .stay()
    case .escape:
      guard !filter.isEmpty else { return .close() }
      filter.clear()
      search()
      return .stay()
    case .character(" ") where isMultiple: return .stay(toggle(press, &app))
    case .enter, .tab: return isMultiple ? .close() : choose(press, &app)
    default:
      let before = filter.text
      guard filter.handle(press.key, typing: typing(app)) else { return .stay() }
      if filter.text != before { search() }
      return .stay()
    }
  }

  private func toggle(_ press: Press, _ app: inout AppModel) -> [AppEffect] {
    guard shown.indices.contains(cursor.selected), var form = app.form,
      let item = form.items.first(where: { $0.path == path })
    else { return [.bell] }
    let value = choices[shown[cursor.selected]].value
    let effects = SelectMultipleControl.toggle(value, item, among: choices, press, &form)
    app.form = form
    return effects
  }

  /// Takes the choice and goes on as Enter does.
  private func choose(_ press: Press, _ app: inout AppModel) -> Step {
    guard shown.indices.contains(cursor.selected), var form = app.form,
      let item = form.items.first(where: { $0.path == path })
    else { return .stay([.bell]) }
    let value = choices[shown[cursor.selected]].value
    var effects: [AppEffect] = []
    if value != item.value { effects = form.change([.set(path, value)], at: press.moment).effects }
    let list = form.node(of: item).listName ?? ""
    form.recent[list] = Array(([value] + (form.recent[list] ?? []).filter { $0 != value }).prefix(3))
    form.entry = form.freshEntry()
    app.form = form
    let step = FormScreen().accept(press, effects, &form, in: &app)
    app.form = form
    switch step.next {
    case .stay, .close: return .close(step.effects)
    case .push(let screen), .replace(let screen): return .replace(screen, step.effects)
    }
  }
}
