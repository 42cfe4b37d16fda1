internal import Fieldwork
internal import Messages
internal import Terminal

/// Exporting finished forms into a folder of the person's choice.
struct ExportScreen: Screen {
  private var folder: TextField
  private var takesAll = false
  private var isOnScope = false
  /// How far the export is, while it runs.
  var progress: (done: Int, total: Int)?
  private var summary: ExportSummary?

  /// With a folder suggested.
  init(folder: String) {
    self.folder = TextField(folder)
  }

  /// Shows what was written.
  mutating func finish(_ summary: ExportSummary) {
    self.summary = summary
    progress = nil
  }

  var context: KeyContext { summary == nil ? .export : .report }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: ExportPhrase.title.text(in: app.language)) }

  func message(_ app: AppModel) -> MessageLine? {
    if let progress {
      return MessageLine(text: ExportPhrase.writing(done: progress.done, total: progress.total).text(in: app.language))
    }
    if summary != nil { return MessageLine(text: ExportPhrase.readBack.text(in: app.language), style: .ok) }
    if count(app, all: takesAll) == 0 {
      return MessageLine(text: ExportPhrase.nothing.text(in: app.language), style: .warning)
    }
    return MessageLine(text: ExportPhrase.folderHint.text(in: app.language))
  }

  private func count(_ app: AppModel, all: Bool) -> Int {
    app.board.records.count { record in
      (record.status == .finalised || record.status == .approved) && !record.waits && (all || !record.isExported)
    }
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    if let summary { return draw(summary, app.language, on: canvas, in: &frame) }
    let wide = canvas.columns >= 64
    let label = ExportPhrase.folder.text(in: app.language)
    canvas.draw(label, row: 0, column: 3, style: .label, in: &frame)
    canvas.draw(isOnScope ? " " : "▸", row: 0, column: 1, style: .focus, in: &frame)
    let fieldRow = wide ? 0 : 1
    let column = wide ? 16 : 3
    TextFieldView.draw(
      folder, on: canvas, row: fieldRow, column: column, columns: canvas.columns - column - 1, focused: !isOnScope,
      in: &frame)
    let row = fieldRow + 2
    canvas.draw(isOnScope ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
    canvas.draw(ExportPhrase.scope.text(in: app.language), row: row, column: 3, style: .label, in: &frame)
    let scopes = [ExportPhrase.onlyNew(count(app, all: false)), .everything(count(app, all: true))]
    for (index, scope) in scopes.enumerated() {
      let mark = (index == 1) == takesAll ? "(•) " : "( ) "
      let isOut = isOnScope && (index == 1) == takesAll
      canvas.draw(
        mark + scope.text(in: app.language), row: row + index + (wide ? 0 : 1), column: column,
        style: isOut ? .focus : .text,
        in: &frame)
    }
    if isOnScope { canvas.stand(row: row + (takesAll ? 1 : 0) + (wide ? 0 : 1), column: column, in: &frame) }
    let drafts = app.board.records.filter { $0.status == .draft || $0.status == .returned }.count
    if drafts > 0 {
      canvas.draw(
        ExportPhrase.drafts(drafts).text(in: app.language), row: row + (wide ? 3 : 4), column: 3, style: .hint,
        in: &frame)
    }
  }

  private func draw(_ summary: ExportSummary, _ language: Language, on canvas: Canvas, in frame: inout Frame) {
    canvas.draw(ExportPhrase.finished.text(in: language), row: 0, column: 3, style: .title, in: &frame)
    let result = ExportPhrase.result(records: summary.records, files: summary.files, size: FileSize.text(summary.bytes))
    canvas.draw(result.text(in: language), row: 1, column: 3, in: &frame)
    var row = 2
    for line in WordWrap.lines(summary.folder, columns: canvas.columns - 4) {
      canvas.draw(line, row: row, column: 3, in: &frame)
      row += 1
    }
    if summary.earlier > 0 {
      canvas.draw(
        ExportPhrase.earlier(summary.earlier).text(in: language), row: row, column: 3, style: .hint, in: &frame)
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if summary != nil { return press.key == .enter || press.key == .escape ? .close() : .stay() }
    guard progress == nil else { return .stay() }
    switch press.key {
    case .escape: return .close()
    case .enter:
      let target = TypedText.trimmed(folder.text)
      guard !target.isEmpty, count(app, all: takesAll) > 0 else { return .stay([.bell]) }
      app.exportFolder = target
      progress = (0, count(app, all: takesAll))
      return .stay([.exportBatch(folder: target, all: takesAll)])
    case .tab, .backTab: isOnScope.toggle()
    case .down, .up, .left, .right, .character(" "):
      if isOnScope {
        if press.key == .up, !takesAll {
          isOnScope = false
        } else {
          takesAll = press.key == .down || (press.key != .up && !takesAll)
        }
      } else if press.key == .down {
        isOnScope = true
      } else {
        _ = folder.handle(press.key)
      }
    default: if !isOnScope { _ = folder.handle(press.key) }
    }
    return .stay()
  }
}
