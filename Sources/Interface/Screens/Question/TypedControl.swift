internal import Forms
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// A question whose answer is typed into a field.
protocol TypedControl: QuestionControl {
  /// The text with which an answer is edited.
  func text(of value: String, node: FormNode) -> String
  /// How wide the field is; nil takes all columns and as many rows as the text needs.
  func width(_ node: FormNode) -> Int?
  /// Whether the first character typed takes the place of an answer that stands there.
  func replaces(_ node: FormNode) -> Bool
  /// Whether words are typed, in which letters may become Vietnamese ones.
  var takesWords: Bool { get }
  /// Whether several lines may be typed.
  func takesLines(_ node: FormNode) -> Bool
  /// What stands behind the field: a unit, or how the typed text is read.
  func remark(_ text: String, _ view: ControlView) -> String
}

extension TypedControl {
  /// The answer itself.
  func text(of value: String, node: FormNode) -> String { value }
  /// All columns.
  func width(_ node: FormNode) -> Int? { nil }
  /// Numbers, dates and times.
  func replaces(_ node: FormNode) -> Bool { width(node).map { $0 <= 24 } ?? false }
  /// Numbers, dates, codes.
  var takesWords: Bool { false }
  /// One line.
  func takesLines(_ node: FormNode) -> Bool { false }
  /// The unit.
  func remark(_ text: String, _ view: ControlView) -> String { view.node.unit ?? "" }

  func entry(for item: Item, node: FormNode, form: FormModel) -> Entry {
    Entry(item.value.isEmpty ? "" : text(of: item.value, node: node), takesLines: takesLines(node))
  }

  func take(_ press: Press, form: inout FormModel) -> ControlAnswer {
    guard let item = form.currentItem, let node = form.currentNode else { return .ignored }
    if case .paste(let pasted) = press.key, width(node) != nil,
      pasted.split(whereSeparator: \.isNewline).count > 1
    {
      return .refused(.pasteTooLong)
    }
    if form.entry.isUntouched, replaces(node), press.key.types { form.entry.field.clear() }
    let method = takesWords ? typing(node, wanted: form.typing) : nil
    guard form.entry.field.handle(press.key, typing: method) else { return .ignored }
    form.entry.isUntouched = false
    let original = item.value.isEmpty ? "" : text(of: item.value, node: node)
    form.entry.isDirty = form.entry.field.text != original
    form.entry.problem = nil
    form.entry.isHeld = false
    return .handled([])
  }

  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    guard view.isOpen else {
      let answer = AnswerText.text(view.item, view.form, view.language)
      canvas.draw(answer, row: 0, in: &frame)
      canvas.stand(row: 0, column: 0, in: &frame)
      return 1
    }
    if let reason = view.item.missing, !view.form.entry.isDirty {
      let words = FormPhrase.missing(FormModel.missingPhrase(reason).text(in: view.language)).text(in: view.language)
      TextFieldView.draw(view.form.entry.field, on: canvas, row: 0, column: 0, columns: 20, focused: true, in: &frame)
      canvas.draw(words, row: 0, column: 21, style: .hint, in: &frame)
      return 1
    }
    return drawField(view, on: canvas, in: &frame)
  }

  private func drawField(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let typed = view.form.entry.field
    let field = view.node.appearance.hidesAnswer ? typed.masked : typed
    if let width = width(view.node) {
      let columns = min(width, canvas.columns)
      TextFieldView.draw(field, on: canvas, row: 0, column: 0, columns: columns, focused: true, in: &frame)
      let remark = view.node.appearance.hidesAnswer ? "" : remark(field.text, view)
      let room = canvas.columns - columns - 1
      if CharacterWidth.columns(of: remark) <= room {
        canvas.draw(remark, row: 0, column: columns + 1, style: .hint, in: &frame)
        return 1
      }
      let lines = WordWrap.lines(remark, columns: canvas.columns)
      for (index, line) in lines.enumerated() { canvas.draw(line, row: 1 + index, style: .hint, in: &frame) }
      return 1 + lines.count
    }
    let columns = min(canvas.columns, 76)
    let layout = TextFieldView.layout(field, columns: columns)
    if layout.rows.count == 1, !field.takesLines {
      TextFieldView.draw(field, on: canvas, row: 0, column: 0, columns: columns, focused: true, in: &frame)
      return 1
    }
    let rows = min(max(layout.rows.count, field.takesLines ? 3 : 1), 8)
    TextFieldView.drawLines(
      field, on: Canvas(origin: canvas.origin, columns: columns, rows: rows), focused: true, in: &frame)
    return rows
  }
}

extension Key {
  /// Whether the key brings text.
  var types: Bool {
    switch self {
    case .character, .paste: true
    default: false
    }
  }
}

/// Numbers and dates as people type them.
enum TypedText {
  /// What a reader of the module Vietnamese makes of a text, its problem in words.
  static func read<Value>(_ body: () throws(TextProblem) -> Value) throws(TypedTextProblem) -> Value {
    do throws(TextProblem) {
      return try body()
    } catch {
      throw TypedTextProblem(phrase: error.phrase)
    }
  }

  /// Without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// A number as it is shown: thousands set off, but not in a bare number of four digits such as a year.
  static func number(_ plain: String, node: FormNode) -> String {
    guard let value = ExactDecimal(plain: plain) else { return plain }
    let isShort = plain.utf8.count <= 4 && !plain.utf8.contains(0x2E)
    if isShort, node.unit == nil, !node.appearance.separatesThousands { return plain }
    return value.vietnamese
  }
}
