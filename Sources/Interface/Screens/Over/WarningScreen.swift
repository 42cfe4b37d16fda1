internal import Messages
internal import Responses
internal import Terminal

/// A soft warning: it can be confirmed, with a reason, or the answer be changed.
struct WarningScreen: Screen {
  private let path: FieldPath
  private var field = TextField()

  /// The warning of a question.
  init(path: FieldPath) {
    self.path = path
  }

  var context: KeyContext { .note }

  func title(_ app: AppModel) -> TitleLine {
    let label = app.form?.items.first { $0.path == path }?.label ?? ""
    return TitleLine(left: "\(FormPhrase.warningTitle.text(in: app.language)) · \(label)")
  }

  func message(_ app: AppModel) -> MessageLine? { MessageLine(text: FormPhrase.warningHint.text(in: app.language)) }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form, let item = form.items.first(where: { $0.path == path }) else { return }
    var row = 0
    canvas.draw("\(item.label): \(AnswerText.text(item, form, app.language))", row: row, column: 1, in: &frame)
    row += 1
    for problem in form.problems where problem.path == path && problem.severity == .warning {
      let words =
        "\(CommonPhrase.warning.text(in: app.language)): \(ProblemText.text(problem, item, form, app.language))"
      for line in WordWrap.lines(words, columns: canvas.columns - 2) {
        canvas.draw(line, row: row, column: 1, style: .warning, in: &frame)
        row += 1
      }
    }
    row += canvas.rows - row > 2 ? 1 : 0
    TextFieldView.draw(
      field, after: FormPhrase.warningReason.text(in: app.language), on: canvas, row: row, upTo: 60, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    switch press.key {
    case .escape: return .close()
    case .enter, .tab:
      guard var form = app.form else { return .close() }
      let typed = TypedText.trimmed(field.text)
      // An empty reason would take the confirmation back.
      let reason = typed.isEmpty ? FormPhrase.asAnswered.text(in: app.language) : typed
      let (_, effects) = form.change([.confirmWarning(path, reason: reason)], at: press.moment)
      let step = FormScreen().next(press, effects, &form, in: &app)
      app.form = form
      switch step.next {
      case .stay, .close: return .close(step.effects)
      case .push(let screen), .replace(let screen): return .replace(screen, step.effects)
      }
    default:
      _ = field.handle(press.key, typing: typing(app))
      return .stay()
    }
  }
}
