internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// The rows of a repeat as a table. Enter opens a row; below the rows one more can be added, and the form goes on.
struct RowsScreen: Screen {
  /// The repeat, without a row.
  let path: FieldPath
  private var cursor: ListCursor
  private var asksRemoval = false
  /// Whether rows can be added or removed.
  private let isFixed: Bool

  /// The table of a repeat: on the first row that lacks something, after the row just left, or on a row.
  init(repeat path: FieldPath, after row: FieldPath? = nil, on same: FieldPath? = nil, form: FormModel) {
    self.path = path
    let rows = form.rows(of: path)
    var index = rows.firstIndex { row in !Self.isComplete(row, form) } ?? rows.count
    if let row, let left = rows.firstIndex(where: { $0.path == row }) { index = left + 1 }
    if let same, let on = rows.firstIndex(where: { $0.path == same }) { index = on }
    cursor = ListCursor(selected: index)
    isFixed =
      form.isReadOnly
      || !rows.contains { row in
        if case .row(_, _, true) = row.kind { true } else { false }
      } && !Self.canAdd(to: path, form)
  }

  private static func isComplete(_ row: Item, _ form: FormModel) -> Bool {
    !form.items.contains { $0.path.isInside(row.path) && $0.isRequired && !$0.isAnswered }
  }

  var context: KeyContext { isFixed ? .fixedRows : .rows }

  func title(_ app: AppModel) -> TitleLine {
    guard let form = app.form, let item = form.items.first(where: { $0.path == path }) else {
      return TitleLine(left: "")
    }
    let count = FormPhrase.rows(form.rows(of: path).count).text(in: app.language)
    return TitleLine(left: "\(item.label) · \(count)", right: FormTitle.line(form, isCompact: true).right)
  }

  func message(_ app: AppModel) -> MessageLine? {
    if asksRemoval { return MessageLine(text: FormPhrase.removeRow.text(in: app.language), style: .warning) }
    guard let form = app.form, !canAdd(form) else { return nil }
    if form.isReadOnly { return form.readOnlyNotice(app).line(in: app.language) }
    return MessageLine(text: FormPhrase.rowsFixed.text(in: app.language))
  }

  func state(_ app: AppModel) -> String {
    app.form.map { FormTitle.state($0, app.language, columns: app.size.columns) } ?? ""
  }

  private func canAdd(_ form: FormModel) -> Bool { Self.canAdd(to: path, form) }

  private static func canAdd(to path: FieldPath, _ form: FormModel) -> Bool {
    guard !form.isReadOnly, let item = form.items.first(where: { $0.path == path }),
      case .repeat(_, let canAdd) = item.kind
    else { return false }
    return canAdd
  }

  /// What stands below the rows.
  private func tail(_ form: FormModel) -> [FormPhrase] { canAdd(form) ? [.addRow, .rowsDone] : [.rowsDone] }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    RowsTable(path: path, form: form, language: app.language).draw(
      cursor: cursor, tail: tail(form).map { $0.text(in: app.language) }, on: canvas, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    guard var form = app.form else { return .close() }
    defer { if app.form != nil { app.form = form } }
    let rows = form.rows(of: path)
    let count = rows.count + tail(form).count
    if asksRemoval {
      asksRemoval = false
      guard press.key == .enter, rows.indices.contains(cursor.selected) else { return .stay() }
      return remove(rows[cursor.selected], press, &form, in: &app)
    }
    if cursor.handle(press.key, count: count, rows: Layout(size: app.size).bodyRows - 1) { return .stay() }
    switch press.command {
    case .open: return open(press, rows, &form)
    case .next: return leave(press, &form, in: &app)
    case .remove:
      guard rows.indices.contains(cursor.selected), case .row(_, _, true) = rows[cursor.selected].kind, !form.isReadOnly
      else { return .stay([.bell]) }
      asksRemoval = true
      return .stay()
    case .close: return .close(form.go(to: path))
    case .undo, .redo:
      return travel(undoing: press.command == .undo, press, &form, in: &app)
    case let command?:
      return .replace(FormScreen(), [])
        .following(FormScreen().take(command, press, &form, in: &app))
    case nil: return .stay()
    }
  }

  /// Takes back or makes again; the row it was about stands out. What is not in this table is shown in the form.
  private mutating func travel(
    undoing: Bool, _ press: Press, _ form: inout FormModel, in app: inout AppModel
  ) -> Step {
    let before = Set(form.rows(of: path).map(\.path))
    guard let effects = form.travel(undoing: undoing, at: press.moment) else {
      app.notice = Notice(undoing ? FormPhrase.nothingToUndo : .nothingToRedo)
      return .stay()
    }
    app.notice = Notice(undoing ? FormPhrase.undone : .redone)
    let paths = (undoing ? form.redoSteps.last?.undo : form.undoSteps.last?.redo)?.map(\.path) ?? []
    guard paths.contains(where: { $0.withRow(nil) == path || $0.isInside(path) || Self.isInRow($0, of: path) }) else {
      return .close(effects)
    }
    form.move(to: path)
    let rows = form.rows(of: path)
    let row =
      rows.firstIndex { !before.contains($0.path) }
      ?? rows.firstIndex { row in paths.contains { $0 == row.path || $0.isInside(row.path) } }
    cursor.select(
      row ?? cursor.selected, count: rows.count + tail(form).count, rows: Layout(size: app.size).bodyRows - 1)
    return .stay(effects + form.keepPlace())
  }

  private static func isInRow(_ candidate: FieldPath, of path: FieldPath) -> Bool {
    guard let row = FormModel.rowScope(of: candidate) else { return false }
    return row.withRow(nil) == path
  }

  private func open(_ press: Press, _ rows: [Item], _ form: inout FormModel) -> Step {
    if rows.indices.contains(cursor.selected) {
      guard let first = form.firstStop(in: rows[cursor.selected].path) else { return .stay([.bell]) }
      return .close(form.go(to: first.path))
    }
    let isAdd = canAdd(form) && cursor.selected == rows.count
    guard isAdd else { return .close(goOn(&form)) }
    let (row, effects) = form.addRow(to: path, at: press.moment)
    guard let row, let first = form.firstStop(in: row) else { return .stay(effects) }
    return .close(effects + form.go(to: first.path))
  }

  /// The question after the table.
  private func goOn(_ form: inout FormModel) -> [AppEffect] {
    form.move(to: path)
    return form.nextStop.map { form.go(to: $0.path) } ?? form.keepPlace()
  }

  private func leave(_ press: Press, _ form: inout FormModel, in app: inout AppModel) -> Step {
    form.move(to: path)
    if form.nextStop == nil, form.scope == nil { return .replace(ReviewScreen(), form.keepPlace()) }
    return .close(goOn(&form))
  }

  private mutating func remove(_ row: Item, _ press: Press, _ form: inout FormModel, in app: inout AppModel) -> Step {
    form.move(to: path)
    let (_, effects) = form.change([.removeRow(row.path)], at: press.moment)
    app.notice = Notice(FormPhrase.rowRemoved)
    cursor.select(cursor.selected, count: form.rows(of: path).count + tail(form).count, rows: 5)
    return .stay(effects + form.keepPlace())
  }
}

extension Step {
  /// A step that first gives place as this one and then does what the screen below did.
  func following(_ other: Step) -> Step {
    switch other.next {
    case .push(let screen): Step(next: .replace(screen), effects: effects + other.effects)
    case .stay: Step(next: .close, effects: effects + other.effects)
    case .close, .replace: other
    }
  }
}
