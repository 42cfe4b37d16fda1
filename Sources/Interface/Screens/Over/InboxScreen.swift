internal import Forms
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// The files of a folder, newest first: Enter makes one the answer of the question.
struct InboxScreen: Screen {
  private let record: String
  private let path: FieldPath
  private let label: String
  private let kind: QuestionKind
  private var folder: TextField
  private var isOnFolder = false
  private var isLooking = true
  private var files: [InboxFile]?
  private var cursor = ListCursor()

  /// For a question of a record, with the folder of last time.
  init(record: String, item: Item, kind: QuestionKind, folder: String) {
    self.record = record
    path = item.path
    label = item.label
    self.kind = kind
    self.folder = TextField(folder)
  }

  /// Takes the files of a folder; those of another kind than the question asks for are left out.
  mutating func show(_ files: [InboxFile]?, of folder: String) {
    guard folder == TypedText.trimmed(self.folder.text) else { return }
    self.files = files?.filter { InboxKinds.fits($0.name, kind) }
    isLooking = false
    isOnFolder = self.files?.isEmpty ?? true
    cursor = ListCursor()
  }

  var context: KeyContext { .inbox }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(left: InboxPhrase.title.text(in: app.language), right: label)
  }

  func message(_ app: AppModel) -> MessageLine? {
    if isLooking { return MessageLine(text: InboxPhrase.looking.text(in: app.language)) }
    guard let files else { return MessageLine(text: InboxPhrase.unreadable.text(in: app.language), style: .warning) }
    if files.isEmpty { return MessageLine(text: InboxPhrase.none.text(in: app.language), style: .warning) }
    return MessageLine(text: InboxPhrase.hint.text(in: app.language))
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    let used = canvas.draw(InboxPhrase.folder.text(in: app.language), row: 0, column: 3, style: .label, in: &frame)
    if isOnFolder { canvas.draw("▸", row: 0, column: 1, style: .focus, in: &frame) }
    let column = 3 + used + 1
    TextFieldView.draw(
      folder, on: canvas, row: 0, column: column, columns: canvas.columns - column - 1, focused: isOnFolder,
      in: &frame)
    let body = canvas.rows(from: 2)
    let files = files ?? []
    for (row, index) in cursor.window(count: files.count, rows: body.rows).enumerated() {
      draw(files[index], isOut: index == cursor.selected && !isOnFolder, app, on: body, row: row, in: &frame)
    }
  }

  private func draw(
    _ file: InboxFile, isOut: Bool, _ app: AppModel, on canvas: Canvas, row: Int, in frame: inout Frame
  ) {
    let (changed, now) = (LocalTime(file.changed), LocalTime(app.now))
    let day = changed.date == now.date ? "" : (changed.date?.shortVietnamese ?? "") + " "
    let facts = "\(FileSize.text(file.bytes))  \(day)\(changed.shortClock)"
    let start = canvas.columns - CharacterWidth.columns(of: facts) - 1
    if isOut {
      canvas.draw("▸", row: row, column: 1, style: .focus, in: &frame)
      canvas.stand(row: row, column: 1, in: &frame)
    }
    canvas.draw(
      file.name, row: row, column: 3, limit: max(1, start - 4), style: isOut ? .focus : .text, in: &frame)
    canvas.draw(facts, row: row, column: start, style: .hint, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    switch press.key {
    case .escape: return .close()
    case .tab, .backTab:
      isOnFolder.toggle()
      return .stay()
    default: break
    }
    if isOnFolder { return takeFolder(press, in: &app) }
    let files = files ?? []
    if cursor.handle(press.key, count: files.count, rows: Layout(size: app.size).bodyRows - 2) { return .stay() }
    guard press.key == .enter, files.indices.contains(cursor.selected) else { return .stay() }
    let folder = TypedText.trimmed(folder.text)
    let file = folder.hasSuffix("/") ? folder + files[cursor.selected].name : folder + "/" + files[cursor.selected].name
    return .close([.attach(record: record, path: path, file: file)])
  }

  private mutating func takeFolder(_ press: Press, in app: inout AppModel) -> Step {
    switch press.key {
    case .enter:
      let wanted = TypedText.trimmed(folder.text)
      guard !wanted.isEmpty else { return .stay([.bell]) }
      isLooking = true
      app.inboxFolder = wanted
      return .stay([.listInbox(folder: wanted)])
    case .down where files?.isEmpty == false: isOnFolder = false
    default: _ = folder.handle(press.key)
    }
    return .stay()
  }
}
