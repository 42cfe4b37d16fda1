internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// What is missing or wrong before a form is finished; Enter goes there, or finishes.
struct ReviewScreen: Screen {
  private var cursor = ListCursor()
  /// Whether the program is asked to freeze the record.
  var isFinishing = false

  var context: KeyContext { .review }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(
      left: ReviewPhrase.title.text(in: app.language), right: app.form.flatMap { $0.response.instanceName } ?? "")
  }

  func message(_ app: AppModel) -> MessageLine? {
    guard let form = app.form else { return nil }
    if isFinishing { return MessageLine(text: ReviewPhrase.finishing.text(in: app.language)) }
    if form.isReadOnly { return form.readOnlyNotice(app).line(in: app.language) }
    let errors = form.problems.filter { $0.severity == .error }.count
    return errors == 0
      ? MessageLine(text: ReviewPhrase.clean.text(in: app.language), style: .ok)
      : MessageLine(text: ReviewPhrase.notYet(errors).text(in: app.language), style: .error)
  }

  func state(_ app: AppModel) -> String {
    app.form.map { FormTitle.state($0, app.language, columns: app.size.columns) } ?? ""
  }

  /// One line of the review.
  private enum Line {
    case text(String, Style)
    case problem(Problem)
    case finish
  }

  private func lines(_ form: FormModel, _ language: Language) -> [Line] {
    let questions = form.items.filter { $0.kind == .question }
    let counts = ReviewPhrase.counts(
      answered: questions.filter { !$0.value.isEmpty && form.node(of: $0).kind != .note }.count,
      missing: questions.filter { $0.missing != nil }.count,
      notes: questions.filter { $0.note != nil }.count,
      files: questions.filter { !$0.value.isEmpty && form.node(of: $0).kind.isAttachment }.count)
    let problems = ProblemList.sorted(form.problems)
    let errors = problems.filter { $0.severity == .error }
    let warnings = problems.filter { $0.severity == .warning }
    var lines: [Line] = [.text(counts.text(in: language), .text)]
    if !errors.isEmpty {
      lines.append(.text(ReviewPhrase.errors(errors.count).text(in: language), .error))
      lines += errors.map(Line.problem)
    }
    if !warnings.isEmpty {
      lines.append(.text(ReviewPhrase.warnings(warnings.count).text(in: language), .warning))
      lines += warnings.map(Line.problem)
    }
    if !form.isReadOnly { lines.append(.finish) }
    return lines
  }

  private func stops(_ lines: [Line]) -> [Int] {
    lines.indices.filter { index in
      if case .text = lines[index] { return false }
      return true
    }
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    let lines = lines(form, app.language)
    let stops = stops(lines)
    let chosen = stops.isEmpty ? 0 : stops[min(cursor.selected, stops.count - 1)]
    // With the first entry the counts above it are in sight again.
    let top = chosen == stops.first ? 0 : max(0, min(chosen - canvas.rows / 2, lines.count - canvas.rows))
    var more = 0
    if case .problem(let problem)? = lines.dropFirst(chosen).first {
      more = ProblemList.lines(problem, form, app.language, columns: canvas.columns).count - 1
    }
    let start = chosen - top + more >= canvas.rows ? max(0, chosen + more - canvas.rows + 1) : top
    for index in start..<lines.count {
      let row = index - start + (index > chosen ? more : 0)
      if row >= canvas.rows { break }
      switch lines[index] {
      case .text(let text, let style): canvas.draw(text, row: row, column: 1, style: style, in: &frame)
      case .problem(let problem):
        ProblemList.draw(problem, form, app.language, isOut: index == chosen, on: canvas, row: row, in: &frame)
      case .finish:
        let isOut = index == chosen
        canvas.draw(isOut ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
        canvas.draw(
          "→ " + ReviewPhrase.finish.text(in: app.language), row: row, column: 3, style: isOut ? .focus : .title,
          in: &frame)
        if isOut { canvas.stand(row: row, column: 3, in: &frame) }
      }
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    guard !isFinishing, let form = app.form else { return isFinishing ? .stay() : .close() }
    let lines = lines(form, app.language)
    let stops = stops(lines)
    if cursor.handle(press.key, count: stops.count, rows: Layout(size: app.size).bodyRows) { return .stay() }
    switch press.command {
    case .close: return .close()
    case .open: return open(stops.isEmpty ? nil : lines[stops[min(cursor.selected, stops.count - 1)]], &app)
    case .undo, .redo:
      let isUndo = press.command == .undo
      guard let effects = app.form?.travel(undoing: isUndo, at: press.moment) else {
        app.notice = Notice(isUndo ? FormPhrase.nothingToUndo : .nothingToRedo)
        return .stay()
      }
      app.notice = Notice(isUndo ? FormPhrase.undone : .redone)
      return .stay(effects)
    case .reopen:
      var form = form
      return FormScreen().take(.reopen, press, &form, in: &app)
    case .jump: return .replace(JumpScreen(form: form))
    case .problems: return .replace(ProblemsScreen(form: form))
    case .toList: return .close(FormOpening.toList(press, in: &app))
    default: return .stay()
    }
  }

  private mutating func open(_ line: Line?, _ app: inout AppModel) -> Step {
    switch line {
    case .problem(let problem): return .close(app.form?.goInside(problem.path) ?? [])
    case .finish:
      guard let form = app.form, form.problems.allSatisfy({ $0.severity != .error }) else {
        return .stay([.bell])
      }
      // What was put off at the beginning is to be decided before the form is finished.
      guard form.openConflicts.isEmpty else {
        return .push(ConflictsScreen(record: form.record, questions: form.openConflicts))
      }
      isFinishing = true
      return .stay([.finalise(record: form.record)])
    case .text, nil: return .close()
    }
  }
}
