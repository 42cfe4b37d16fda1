internal import Forms
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// The form: the current question whole, its neighbours as one line each.
struct FormScreen: Screen {
  let context: KeyContext

  /// The form with its keys.
  init(context: KeyContext = .form) {
    self.context = context
  }

  func title(_ app: AppModel) -> TitleLine {
    guard let form = app.form else { return TitleLine(left: "") }
    return FormTitle.line(form, isCompact: Layout(size: app.size).isCompact, columns: app.size.columns)
  }

  func message(_ app: AppModel) -> MessageLine? {
    guard let form = app.form, let item = form.currentItem else { return nil }
    let keys = form.control.hint(form.node(of: item), form: form)?.text(in: app.language)
    guard let hint = form.response.text(.hint, at: item.path), !hint.isEmpty else {
      return keys.map { MessageLine(text: $0) }
    }
    let words = CommonPhrase.hint.text(in: app.language) + ": " + hint
    // What the keys do is said behind the form's own hint where both have room.
    let both = keys.map { "\(words) · \($0)" } ?? words
    let hasRoom = WordWrap.lines(both, columns: app.size.columns - 1).count <= Layout(size: app.size).messageRows
    return MessageLine(text: hasRoom ? both : words)
  }

  func state(_ app: AppModel) -> String {
    guard let form = app.form else { return "" }
    return FormTitle.state(form, app.language, columns: app.size.columns)
  }

  func idle(_ app: AppModel) -> Set<Command> {
    guard let form = app.form, let item = form.currentItem, item.kind == .question else { return [.missing, .note] }
    return form.node(of: item).missingReasons.isEmpty ? [.missing] : []
  }

  func typing(_ app: AppModel) -> TypingMethod? {
    guard let form = app.form, let node = form.currentNode else { return app.typing }
    return form.control.typing(node, wanted: app.typing)
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    FormView.draw(form, app.language, on: canvas, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    guard var form = app.form else { return .close() }
    defer { if app.form != nil { app.form = form } }
    if let command = press.command, command != .next, command != .previous || press.key != .up {
      return take(command, press, &form, in: &app)
    }
    if form.isReadOnly, press.command == nil, press.key.types || Bindings.command(for: press.key, in: .form) != nil {
      app.notice = form.readOnlyNotice(app)
      return .stay([.bell])
    }
    if !form.isReadOnly, let item = form.currentItem, !item.isReadOnly {
      let answer = form.control.take(press, form: &form)
      switch answer {
      case .ignored: break
      case .handled(let effects): return .stay(effects)
      case .accept(let effects): return accept(press, effects, &form, in: &app)
      case .choices(let filter): return choices(filter, form)
      case .refused(let phrase):
        app.notice = Notice(phrase, style: .warning)
        return .stay([.bell])
      }
    }
    return move(press, &form, in: &app)
  }

  /// Keys that the question has no use for: they move.
  private func move(_ press: Press, _ form: inout FormModel, in app: inout AppModel) -> Step {
    switch press.key {
    case .enter, .tab:
      if let item = form.currentItem, case .repeat = item.kind {
        return .push(RowsScreen(repeat: item.path, form: form))
      }
      return accept(press, [], &form, in: &app)
    case .down: return next(press, [], &form, in: &app)
    case .up, .backTab, .control("p"), .alt("b"): return previous(press, &form, in: &app)
    case .pageDown: return jump(press, by: 8, &form)
    case .pageUp: return jump(press, by: -8, &form)
    default: return .stay()
    }
  }

  private func jump(_ press: Press, by count: Int, _ form: inout FormModel) -> Step {
    let effects = form.commitText(at: press.moment)
    let stops = form.stops
    let index = stops.firstIndex { $0.path == form.current } ?? 0
    guard !stops.isEmpty else { return .stay(effects) }
    return .stay(effects + form.go(to: stops[min(max(0, index + count), stops.count - 1)].path))
  }

  private func choices(_ filter: String, _ form: FormModel) -> Step {
    guard let item = form.currentItem else { return .stay() }
    return .push(ChoicesScreen(item: item, form: form, filter: filter))
  }
}
