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

  /// One row of the screen: the label of a question, a piece of an answer, or where an answer comes from.
  private struct Line {
    var text: String
    var style: Style
    /// The place in the list of answers; nil for labels.
    var number: Int?
    /// What stands at the right: only where the whole answer has room before it.
    var source = ""
  }

  /// The longest answer that is shown whole, in rows: two remarks may differ in their last word.
  private static let mostRows = 6

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    guard let form = app.form else { return }
    let lines = lines(form, app.language, columns: canvas.columns)
    let first = lines.firstIndex { $0.number == selected } ?? 0
    let last = lines.lastIndex { $0.number == selected } ?? first
    // The end of the answer is brought into sight, then its beginning, which matters more.
    var top = max(0, min(last - canvas.rows + 1, lines.count - canvas.rows))
    top = min(top, max(0, first - 1))
    for (row, line) in lines.dropFirst(top).prefix(canvas.rows).enumerated() {
      let isOut = line.number == selected
      let column = line.number == nil ? 1 : 3
      let style = isOut && line.style == .text ? .focus : line.style
      canvas.draw(line.text, row: row, column: column, limit: canvas.columns - column - 1, style: style, in: &frame)
      if !line.source.isEmpty {
        canvas.drawRight(line.source, row: row, before: canvas.columns - 1, style: .hint, in: &frame)
      }
      guard isOut, row + top == first else { continue }
      canvas.draw("▸", row: row, column: 1, style: .focus, in: &frame)
      canvas.stand(row: row, column: 1, in: &frame)
    }
  }

  private func lines(_ form: FormModel, _ language: Language, columns: Int) -> [Line] {
    var lines: [Line] = []
    var number = 0
    for question in questions {
      let item = form.items.first { $0.path == FieldPath(question.field) }
      lines.append(Line(text: item?.label ?? question.field, style: .title))
      for (place, answer) in question.answers.enumerated() {
        var words = Self.words(answer.value, item, form, language)
        if place == 0, columns >= 64 { words += " · " + ConflictPhrase.shown.text(in: language) }
        lines += Self.lines(words, Self.source(answer), number, columns: columns)
        number += 1
      }
    }
    return lines
  }

  private static func source(_ answer: ConflictedQuestion.Answer) -> String {
    let time = LocalTime(answer.time)
    return "\(answer.laptop) · \(time.date?.shortVietnamese ?? "") \(time.shortClock)"
  }

  private static func lines(_ words: String, _ source: String, _ number: Int, columns: Int) -> [Line] {
    if CharacterWidth.columns(of: words) + CharacterWidth.columns(of: source) + 6 <= columns {
      return [Line(text: words, style: .text, number: number, source: source)]
    }
    var wrapped = WordWrap.lines(words, columns: columns - 4)
    if wrapped.count > mostRows {
      wrapped = Array(wrapped.prefix(mostRows))
      wrapped[mostRows - 1] += " …"
    }
    return wrapped.map { Line(text: $0, style: .text, number: number) }
      + [Line(text: "  " + source, style: .hint, number: number)]
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
