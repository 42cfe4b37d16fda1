internal import Fieldwork
internal import Messages
internal import Responses
internal import Terminal

/// What the team lead said, errors, then warnings: Enter goes to the question.
struct ProblemsScreen: Screen {
  private var cursor = ListCursor()
  private let comments: [Review.Comment]
  private let problems: [Problem]
  private var count: Int { comments.count + problems.count }

  /// What is wrong with a form now.
  init(form: FormModel) {
    comments = form.comments
    problems = ProblemList.sorted(form.problems)
  }

  var context: KeyContext { .list }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: FormPhrase.problemsTitle.text(in: app.language)) }

  func message(_ app: AppModel) -> MessageLine? {
    if count == 0 { return MessageLine(text: FormPhrase.noProblems.text(in: app.language), style: .ok) }
    // A line of the list has room for the beginning; here the one that stands out is whole.
    guard let form = app.form else { return nil }
    if comments.indices.contains(cursor.selected) {
      return MessageLine(text: words(comments[cursor.selected], form, app.language))
    }
    return nil
  }

  func state(_ app: AppModel) -> String {
    app.form.map { FormTitle.state($0, app.language, columns: app.size.columns) } ?? ""
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    var more = 0
    if problems.indices.contains(cursor.selected - comments.count) {
      let problem = problems[cursor.selected - comments.count]
      more = ProblemList.lines(problem, form, app.language, columns: canvas.columns).count - 1
    }
    let window = cursor.window(count: count, rows: max(1, canvas.rows - more))
    for (place, index) in window.enumerated() {
      let isOut = index == cursor.selected
      let line = place + (index > cursor.selected ? more : 0)
      if comments.indices.contains(index) {
        draw(comments[index], form, app.language, isOut: isOut, on: canvas, row: line, in: &frame)
      } else {
        ProblemList.draw(
          problems[index - comments.count], form, app.language, isOut: isOut, on: canvas, row: line, in: &frame)
      }
    }
  }

  private func draw(
    _ comment: Review.Comment, _ form: FormModel, _ language: Language, isOut: Bool, on canvas: Canvas, row: Int,
    in frame: inout Frame
  ) {
    if isOut {
      canvas.draw("▸", row: row, column: 1, style: .focus, in: &frame)
      canvas.stand(row: row, column: 1, in: &frame)
    }
    canvas.draw("←", row: row, column: 3, style: .warning, in: &frame)
    let text = words(comment, form, language)
    canvas.draw(text, row: row, column: 5, limit: canvas.columns - 6, style: isOut ? .focus : .text, in: &frame)
  }

  private func words(_ comment: Review.Comment, _ form: FormModel, _ language: Language) -> String {
    let label = form.items.first { $0.path == FieldPath(comment.field) }?.label ?? comment.field
    return "\(ReturnedPhrase.comment.text(in: language)) · \(label): \(comment.text)"
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if cursor.handle(press.key, count: count, rows: Layout(size: app.size).bodyRows) { return .stay() }
    switch press.key {
    case .enter, .tab:
      var path: FieldPath?
      if comments.indices.contains(cursor.selected) {
        path = FieldPath(comments[cursor.selected].field)
      } else if cursor.selected < count {
        path = problems[cursor.selected - comments.count].path
      }
      return .close(path.flatMap { app.form?.goInside($0) } ?? [])
    case .escape: return .close()
    default: return .stay()
    }
  }
}

/// Lines of problems, as the list of problems and the review show them.
enum ProblemList {
  /// Wrong answers, warnings to look at, what is still to be answered, warnings that were confirmed.
  static func sorted(_ problems: [Problem]) -> [Problem] {
    func rank(_ problem: Problem) -> Int {
      if problem.severity == .warning { return problem.confirmed == nil ? 1 : 3 }
      return problem.kind == .required ? 2 : 0
    }
    return (0...3).flatMap { wanted in problems.filter { rank($0) == wanted } }
  }

  /// One problem: mark, question, what is wrong.
  static func draw(
    _ problem: Problem, _ form: FormModel, _ language: Language, isOut: Bool, on canvas: Canvas, row: Int,
    in frame: inout Frame
  ) {
    let isError = problem.severity == .error
    if isOut {
      canvas.draw("▸", row: row, column: 1, style: .focus, in: &frame)
      canvas.stand(row: row, column: 1, in: &frame)
    }
    canvas.draw(isError ? "!" : "?", row: row, column: 3, style: isError ? .error : .warning, in: &frame)
    if isOut {
      for (line, text) in lines(problem, form, language, columns: canvas.columns).enumerated() {
        canvas.draw(text, row: row + line, column: 5, style: .focus, in: &frame)
      }
      return
    }
    var end = canvas.columns - 1
    if let reason = problem.confirmed {
      let said = FormPhrase.confirmed(reason: canvas.columns < 64 ? "" : reason).text(in: language)
      let cut = String(Canvas.cut(ShownText.characters(of: said), to: canvas.columns * 2 / 5))
      end = canvas.drawRight(cut, row: row, before: end, style: .hint, in: &frame) - 2
    }
    canvas.draw(fault(problem, form, language), row: row, column: 5, limit: end - 5, style: .text, in: &frame)
  }

  /// The one that stands out is shown whole, in as many rows as it takes.
  static func lines(_ problem: Problem, _ form: FormModel, _ language: Language, columns: Int) -> [String] {
    WordWrap.lines(words(problem, form, language), columns: columns - 6)
  }

  /// Where a problem stands, what is wrong, and why it may stay so.
  static func words(_ problem: Problem, _ form: FormModel, _ language: Language) -> String {
    let text = fault(problem, form, language)
    guard let reason = problem.confirmed else { return text }
    return text + " · " + FormPhrase.confirmed(reason: reason).text(in: language)
  }

  private static func fault(_ problem: Problem, _ form: FormModel, _ language: Language) -> String {
    let item = form.items.first { $0.path == problem.path }
    let label = item?.label ?? problem.path.name
    return "\(place(problem.path, form))\(label): \(ProblemText.text(problem, item, form, language))"
  }

  /// The row in which a question stands.
  private static func place(_ path: FieldPath, _ form: FormModel) -> String {
    guard let scope = FormModel.rowScope(of: path), let row = form.items.first(where: { $0.path == scope }) else {
      return ""
    }
    return FormTitle.row(row, form) + " · "
  }
}
