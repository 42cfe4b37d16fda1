internal import Messages
internal import Terminal

/// What Escape asks in a form. Nothing here loses anything.
struct LeaveScreen: Screen {
  private var cursor = ListCursor()
  private static let entries: [FormPhrase] = [.leaveContinue, .leaveToList, .leaveQuit]

  var context: KeyContext { .leave }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: FormPhrase.leaveTitle.text(in: app.language)) }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    for (line, entry) in Self.entries.enumerated() {
      let isOut = line == cursor.selected
      canvas.draw(isOut ? "▸" : " ", row: line, column: 1, style: .focus, in: &frame)
      let words = "\(line + 1) \(entry.text(in: app.language))"
      canvas.draw(words, row: line, column: 3, limit: canvas.columns - 4, style: isOut ? .focus : .text, in: &frame)
      if isOut { canvas.stand(row: line, column: 3, in: &frame) }
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if cursor.handle(press.key, count: Self.entries.count, rows: Self.entries.count) { return .stay() }
    var chosen = press.key == .enter ? cursor.selected : nil
    if let index = ChoiceControl.index(of: press.key, count: Self.entries.count) { chosen = index }
    if press.key == .escape { chosen = 0 }
    switch chosen {
    case 0: return .close()
    case 1: return .close(FormOpening.toList(press, in: &app))
    case 2: return .close((app.form?.keepPlace() ?? []) + [.quit])
    default: return .stay()
    }
  }
}
