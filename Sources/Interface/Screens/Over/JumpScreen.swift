internal import Forms
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// All questions with their marks: type to find one, Enter goes there.
struct JumpScreen: Screen {
  /// What a line leads to.
  private enum Target {
    case item(Item)
    case review
  }

  private let targets: [Target]
  private let searchable: [SearchableText]
  private var shown: [Int] = []
  private var filter = TextField()
  private var cursor = ListCursor()

  /// The questions of a form; the one in hand stands out.
  init(form: FormModel) {
    let items = form.items.filter { item in
      if case .row = item.kind { return true }
      return !item.label.isEmpty && form.node(of: item).kind != .note
    }
    targets = items.map(Target.item) + [.review]
    searchable = items.map { SearchableText($0.label) } + [SearchableText("Hoàn tất Review")]
    shown = Array(targets.indices)
    let index = items.firstIndex { $0.path == form.current } ?? 0
    cursor = ListCursor(selected: index)
  }

  var context: KeyContext { .list }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(
      left: FormPhrase.jumpTitle.text(in: app.language),
      right: app.form.map { FormTitle.line($0, isCompact: true).right } ?? "")
  }

  func message(_ app: AppModel) -> MessageLine? {
    shown.isEmpty
      ? MessageLine(text: CommonPhrase.noMatch.text(in: app.language), style: .warning)
      : MessageLine(text: HelpPhrase.ascii.text(in: app.language))
  }

  func state(_ app: AppModel) -> String {
    app.form.map { FormTitle.state($0, app.language, columns: app.size.columns) } ?? ""
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    TextFieldView.draw(
      filter, after: CommonPhrase.filter.text(in: app.language), on: canvas, row: 0, upTo: 32, in: &frame)
    let body = canvas.rows(from: 1)
    let window = cursor.window(count: shown.count, rows: body.rows)
    for (line, index) in window.enumerated() {
      let isOut = index == cursor.selected
      body.draw(isOut ? "▸" : " ", row: line, column: 1, style: .focus, in: &frame)
      switch targets[shown[index]] {
      case .item(let item): draw(item, form, app.language, isOut: isOut, on: body, line: line, in: &frame)
      case .review:
        let words = FormPhrase.endOfForm.text(in: app.language)
        body.draw("→ " + words, row: line, column: 3, style: isOut ? .focus : .title, in: &frame)
      }
    }
  }

  private func draw(
    _ item: Item, _ form: FormModel, _ language: Language, isOut: Bool, on body: Canvas, line: Int,
    in frame: inout Frame
  ) {
    let depth = min(item.depth, 4)
    switch item.kind {
    case .group: body.draw(item.label, row: line, column: 3, style: isOut ? .focus : .title, in: &frame)
    case .row:
      body.draw(FormTitle.row(item, form), row: line, column: 3 + depth, style: isOut ? .focus : .label, in: &frame)
    case .repeat, .question:
      let mark = ItemMark.list(item)
      body.draw(String(mark.sign), row: line, column: 3, style: mark.style, in: &frame)
      let at = 5 + (body.columns >= 64 ? max(0, depth - 1) : 0)
      let width = body.columns >= 64 ? max(38, min(76, body.columns * 2 / 5)) : body.columns - at - 1
      body.draw(
        item.label + (item.isRequired ? " *" : ""), row: line, column: at, limit: width, style: isOut ? .focus : .text,
        in: &frame)
      guard body.columns >= 64, item.isAnswered else { return }
      let answer = AnswerText.text(item, form, language)
      body.draw(
        answer, row: line, column: at + width + 1, limit: body.columns - at - width - 2, style: .hint, in: &frame)
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    let rows = Layout(size: app.size).bodyRows - 1
    if filter.isEmpty, press.key == .home || press.key == .end {
      _ = cursor.handle(press.key, count: shown.count, rows: rows)
      return .stay()
    }
    switch press.key {
    case .up, .down, .pageUp, .pageDown, .control("p"): _ = cursor.handle(press.key, count: shown.count, rows: rows)
    case .escape:
      guard !filter.isEmpty else { return .close() }
      filter.clear()
      search()
    case .enter, .tab: return go(&app)
    default:
      let before = filter.text
      if filter.handle(press.key, typing: typing(app)), filter.text != before { search() }
    }
    return .stay()
  }

  private mutating func search() {
    let query = SearchQuery(filter.text)
    shown = query.isEmpty ? Array(targets.indices) : Array(targets.indices).matching(query) { searchable[$0] }
    cursor = ListCursor()
  }

  private func go(_ app: inout AppModel) -> Step {
    guard shown.indices.contains(cursor.selected) else { return .stay([.bell]) }
    guard case .item(let item) = targets[shown[cursor.selected]] else { return .replace(ReviewScreen()) }
    return .close(app.form?.goInside(item.path) ?? [])
  }
}

extension FormModel {
  /// Goes to an item, or to the first question in it.
  mutating func goInside(_ path: FieldPath) -> [AppEffect] {
    let target =
      items.first { $0.path == path && Self.isStop($0) } ?? items.first { $0.path.isInside(path) && Self.isStop($0) }
    return target.map { go(to: $0.path) } ?? []
  }
}
