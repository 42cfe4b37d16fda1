internal import Messages
internal import Responses
internal import Terminal

/// A note on a question.
struct NoteScreen: Screen {
  private let path: FieldPath
  private var field: TextField

  /// The note as it is.
  init(path: FieldPath, text: String) {
    self.path = path
    field = TextField(text, takesLines: true)
  }

  var context: KeyContext { .note }

  func title(_ app: AppModel) -> TitleLine {
    let label = app.form?.items.first { $0.path == path }?.label ?? ""
    return TitleLine(left: "\(FormPhrase.noteTitle.text(in: app.language)) · \(label)")
  }

  func message(_ app: AppModel) -> MessageLine? { MessageLine(text: FormPhrase.noteHint.text(in: app.language)) }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    let inner = Canvas(
      origin: CellPlace(row: canvas.origin.row, column: 1), columns: min(canvas.columns - 2, 76),
      rows: min(canvas.rows, 6))
    TextFieldView.drawLines(field, on: inner, focused: true, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if press.key == .escape { return .close() }
    if press.key == .enter || press.key == .tab {
      let before = app.form?.items.first { $0.path == path }?.note ?? ""
      let text = TypedText.trimmed(field.text)
      guard text != before else { return .close() }
      let effects = app.form?.change([.note(path, text)], at: press.moment).effects ?? []
      app.notice = Notice(FormPhrase.noteKept, style: .ok)
      return .close(effects)
    }
    _ = field.handle(press.key, typing: typing(app))
    return .stay()
  }
}
