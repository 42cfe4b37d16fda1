internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// The reasons that the form accepts instead of an answer.
struct MissingScreen: Screen {
  private let path: FieldPath
  private let reasons: [MissingReason]
  private var cursor = ListCursor()

  /// The reasons of a question.
  init(path: FieldPath, reasons: [MissingReason]) {
    self.path = path
    self.reasons = reasons
  }

  var context: KeyContext { .list }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: FormPhrase.missingTitle.text(in: app.language)) }

  func message(_ app: AppModel) -> MessageLine? {
    app.form?.items.first { $0.path == path }.map { MessageLine(text: $0.label) }
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    for (line, reason) in reasons.enumerated() {
      let isOut = line == cursor.selected
      let words = FormModel.missingPhrase(reason.rawValue).text(in: app.language)
      canvas.draw(isOut ? "▸" : " ", row: line, column: 1, style: .focus, in: &frame)
      canvas.draw("\(line + 1) \(words)", row: line, column: 3, style: isOut ? .focus : .text, in: &frame)
      if isOut { canvas.stand(row: line, column: 3, in: &frame) }
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if cursor.handle(press.key, count: reasons.count, rows: reasons.count) { return .stay() }
    var chosen = press.key == .enter || press.key == .tab ? cursor.selected : nil
    if let index = ChoiceControl.index(of: press.key, count: reasons.count) { chosen = index }
    if press.key == .escape { return .close() }
    guard let chosen, var form = app.form else { return .stay() }
    let step = Self.take(reasons[chosen], at: path, press, &form, in: &app)
    app.form = form
    switch step.next {
    case .stay, .close: return .close(step.effects)
    case .push(let screen), .replace(let screen): return .replace(screen, step.effects)
    }
  }

  /// Gives the reason and goes on.
  static func take(
    _ reason: MissingReason, at path: FieldPath, _ press: Press, _ form: inout FormModel, in app: inout AppModel
  ) -> Step {
    let (_, effects) = form.change([.missing(path, reason: reason.rawValue)], at: press.moment)
    form.entry = form.freshEntry()
    return FormScreen().next(press, effects, &form, in: &app)
  }
}
