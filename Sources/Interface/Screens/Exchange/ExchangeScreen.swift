internal import Messages
internal import Terminal

/// Exchange with other laptops through a folder: also the evening backup.
struct ExchangeScreen: Screen {
  private var folder: TextField
  /// How far the exchange is, while it runs.
  var progress: (done: Int, total: Int)?
  private var summary: ExchangeSummary?
  private var top = 0

  /// With a folder suggested; running already when it was asked for by one key.
  init(folder: String, isRunning: Bool = false) {
    self.folder = TextField(folder)
    if isRunning { progress = (0, 0) }
  }

  /// One key: runs with the folder of last time, or asks for one.
  static func backup(_ app: AppModel) -> Step {
    let folder = app.exchangeFolder
    if folder.isEmpty { return .push(ExchangeScreen(folder: "")) }
    return .push(ExchangeScreen(folder: folder, isRunning: true), [.exchange(folder: folder)])
  }

  /// Shows what came and went.
  mutating func finish(_ summary: ExchangeSummary) {
    self.summary = summary
    progress = nil
  }

  var context: KeyContext { summary == nil ? .exchange : .report }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: ExchangePhrase.title.text(in: app.language)) }

  func message(_ app: AppModel) -> MessageLine? {
    if let progress {
      return MessageLine(
        text: ExchangePhrase.running(done: progress.done, total: progress.total).text(in: app.language))
    }
    guard let summary else { return MessageLine(text: ExchangePhrase.folderHint.text(in: app.language)) }
    if summary.conflicts.isEmpty && summary.damaged.isEmpty {
      return MessageLine(text: ExchangePhrase.copied.text(in: app.language), style: .ok)
    }
    return MessageLine(text: ExchangePhrase.look.text(in: app.language), style: .warning)
  }

  func state(_ app: AppModel) -> String {
    CopyAge(app.board, now: app.now).words(app.language) ?? ""
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    if let summary {
      let lines = ExchangeReport.lines(summary, app.language, columns: canvas.columns)
      let first = min(top, max(0, lines.count - canvas.rows))
      for (row, line) in lines.dropFirst(first).prefix(canvas.rows).enumerated() {
        canvas.draw(line.text, row: row, column: 3, limit: canvas.columns - 4, style: line.style, in: &frame)
      }
      return
    }
    let wide = canvas.columns >= 64
    canvas.draw("▸", row: 0, column: 1, style: .focus, in: &frame)
    canvas.draw(ExchangePhrase.folder.text(in: app.language), row: 0, column: 3, style: .label, in: &frame)
    let column = wide ? 16 : 3
    let row = wide ? 0 : 1
    TextFieldView.draw(
      folder, on: canvas, row: row, column: column, columns: canvas.columns - column - 1, focused: progress == nil,
      in: &frame)
    if let progress {
      let bar = ProgressBar.text(progress.done, of: progress.total, columns: canvas.columns - 6)
      canvas.draw(bar, row: row + 2, column: 3, style: .ok, in: &frame)
      return
    }
    let words = WordWrap.lines(ExchangePhrase.purpose.text(in: app.language), columns: canvas.columns - 4)
    for (index, line) in words.enumerated() {
      canvas.draw(line, row: row + 2 + index, column: 3, style: .hint, in: &frame)
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if let summary { return scroll(press.key, summary, app) }
    guard progress == nil else { return .stay() }
    switch press.key {
    case .escape: return .close()
    case .enter:
      let target = TypedText.trimmed(folder.text)
      guard !target.isEmpty else { return .stay([.bell]) }
      progress = (0, 0)
      return .stay([.exchange(folder: target)])
    default: _ = folder.handle(press.key)
    }
    return .stay()
  }

  private mutating func scroll(_ key: Key, _ summary: ExchangeSummary, _ app: AppModel) -> Step {
    let rows = Layout(size: app.size).bodyRows
    let count = ExchangeReport.lines(summary, app.language, columns: app.size.columns).count
    let most = max(0, count - rows)
    switch key {
    case .enter, .escape: return .close()
    case .down: top = min(most, top + 1)
    case .up: top = max(0, min(most, top) - 1)
    case .pageDown: top = min(most, top + max(1, rows - 1))
    case .pageUp: top = max(0, min(most, top) - max(1, rows - 1))
    default: break
    }
    return .stay()
  }
}
