internal import Expressions
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// Questions that two laptops answered differently: all answers side by side, Enter on one decides.
struct ConflictsScreen: Screen {
  private let record: String
  private let questions: [ConflictedQuestion]
  private var selected = 0

  /// The questions of a record.
  init(record: String, questions: [ConflictedQuestion]) {
    self.record = record
    self.questions = questions
  }

  var context: KeyContext { .list }

  private typealias Place = (question: ConflictedQuestion, answer: ConflictedQuestion.Answer)

  private var places: [Place] {
    questions.flatMap { question in question.answers.map { (question, $0) } }
  }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(left: "\(ConflictPhrase.title.text(in: app.language)) (\(questions.count))")
  }

  func message(_ app: AppModel) -> MessageLine? {
    MessageLine(text: ConflictPhrase.hint.text(in: app.language))
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    var lines: [(question: ConflictedQuestion, answer: Int?, number: Int)] = []
    var number = 0
    for question in questions {
      lines.append((question, nil, number))
      for index in question.answers.indices {
        lines.append((question, index, number))
        number += 1
      }
    }
    let out = lines.firstIndex { $0.answer != nil && $0.number == selected } ?? 0
    let window = ListCursor(selected: out).window(count: lines.count, rows: canvas.rows)
    for (row, index) in window.enumerated() {
      let line = lines[index]
      let item = form.items.first { $0.path == FieldPath(line.question.field) }
      guard let answer = line.answer else {
        canvas.draw(
          item?.label ?? line.question.field, row: row, column: 1, limit: canvas.columns - 2, style: .title, in: &frame)
        continue
      }
      draw(
        line.question.answers[answer], item, (isOut: index == out, isShown: answer == 0), form, app.language,
        on: canvas, row: row, in: &frame)
    }
  }

  private func draw(
    _ answer: ConflictedQuestion.Answer, _ item: Item?, _ state: (isOut: Bool, isShown: Bool), _ form: FormModel,
    _ language: Language, on canvas: Canvas, row: Int, in frame: inout Frame
  ) {
    let time = LocalTime(answer.time)
    let source = "\(answer.laptop) · \(time.date?.shortVietnamese ?? "") \(time.shortClock)"
    let start = canvas.drawRight(source, row: row, before: canvas.columns - 1, style: .hint, in: &frame)
    var words = Self.words(answer.value, item, form, language)
    if state.isShown, canvas.columns >= 64 { words += " · " + ConflictPhrase.shown.text(in: language) }
    canvas.draw(
      words, row: row, column: 3, limit: max(0, start - 5), style: state.isOut ? .focus : .text, in: &frame)
    guard state.isOut else { return }
    canvas.draw("▸", row: row, column: 1, style: .focus, in: &frame)
    canvas.stand(row: row, column: 1, in: &frame)
  }

  /// The answer as people read it.
  private static func words(_ value: String?, _ item: Item?, _ form: FormModel, _ language: Language) -> String {
    guard let value, !value.isEmpty else { return ConflictPhrase.emptied.text(in: language) }
    guard var item else { return value }
    let choices = form.response.choices(for: item.path)
    if !choices.isEmpty {
      return value.split(separator: " ").map { name in
        choices.first { $0.value == name }?.label ?? String(name)
      }.joined(separator: ", ")
    }
    item.value = value
    item.display = value
    item.missing = nil
    return AnswerText.text(item, form, language)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    let places = places
    switch press.key {
    case .down: selected = min(selected + 1, max(0, places.count - 1))
    case .up: selected = max(0, selected - 1)
    case .home: selected = 0
    case .end: selected = max(0, places.count - 1)
    case .escape: return .close()
    case .enter:
      guard places.indices.contains(selected) else { return .close() }
      let place = places[selected]
      return .stay([.resolve(record: record, field: place.question.field, version: place.answer.version)])
    default: break
    }
    return .stay()
  }
}
