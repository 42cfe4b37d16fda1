internal import Messages
internal import Terminal

/// Whether a finished form is to be opened again, and why.
struct ReopenScreen: Screen {
  private let record: String
  private let name: String
  private var reason = TextField()

  /// The finished record and what it is called.
  init(record: String, name: String) {
    self.record = record
    self.name = name
  }

  var context: KeyContext { .reopening }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(left: "\(VisitsPhrase.reopenTitle.text(in: app.language)) · \(name)")
  }

  func message(_ app: AppModel) -> MessageLine? {
    MessageLine(text: VisitsPhrase.reopenHint.text(in: app.language))
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    var row = 0
    for line in WordWrap.lines(VisitsPhrase.reopenMeans.text(in: app.language), columns: canvas.columns - 2) {
      canvas.draw(line, row: row, column: 1, in: &frame)
      row += 1
    }
    row += canvas.rows - row > 2 ? 1 : 0
    TextFieldView.draw(
      reason, after: VisitsPhrase.reason.text(in: app.language), on: canvas, row: row, upTo: 60, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    switch press.key {
    case .escape: return .close()
    case .enter: return .stay([.reopen(record: record, reason: TypedText.trimmed(reason.text))])
    default:
      _ = reason.handle(press.key, typing: typing(app))
      return .stay()
    }
  }
}
