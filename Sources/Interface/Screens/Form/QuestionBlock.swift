internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// The current question whole: label, control, what is wrong. Drawn as tall as it needs to be.
struct QuestionBlock {
  /// The drawing; only the first `rows` rows are used.
  let frame: Frame
  let rows: Int
  /// The row that has to be seen: that of the cursor.
  let focusRow: Int
  /// The rows of the control: they scroll where the whole question has no room; label and errors keep their places.
  let control: Range<Int>
  private let hasChoices: Bool

  /// How tall a question may become.
  static let limit = 120

  /// Draws a question.
  static func draw(_ item: Item, _ form: FormModel, _ language: Language, columns: Int) -> QuestionBlock {
    let size = Size(columns: columns, rows: limit)
    var frame = Frame(size: size)
    let indent = columns < 64 ? 1 : 3
    let canvas = Canvas(size).columns(from: indent, count: columns - indent - 1)
    var row = 0
    let node = form.node(of: item)
    let mark = item.isRequired ? " *" : ""
    for (index, line) in WordWrap.lines(item.label + mark, columns: canvas.columns).enumerated() {
      if index == 0 { Canvas(size).draw("▸", row: row, column: max(0, indent - 2), style: .focus, in: &frame) }
      canvas.draw(line, row: row, style: .title, in: &frame)
      row += 1
    }
    if columns < 64 { row = shifted(&frame, row) }
    let context = ControlView(item: item, node: node, form: form, language: language)
    let top = row
    row += QuestionControls.control(of: node).draw(context, on: canvas.rows(from: row), in: &frame)
    let control = top..<min(row, limit)
    for line in problemLines(item, form, language, columns: canvas.columns) where row < limit {
      canvas.draw(line.text, row: row, style: line.style, in: &frame)
      row += 1
    }
    for comment in form.comments(at: item.path) {
      let words = "\(ReturnedPhrase.comment.text(in: language)): \(comment)"
      for line in WordWrap.lines(words, columns: canvas.columns) where row < limit {
        canvas.draw(line, row: row, style: .warning, in: &frame)
        row += 1
      }
    }
    if let note = item.note, row < limit {
      canvas.draw("* " + note, row: row, style: .hint, in: &frame)
      row += 1
    }
    return QuestionBlock(
      frame: frame, rows: min(row, limit), focusRow: frame.cursor?.row ?? max(0, row - 1),
      control: control, hasChoices: !form.entry.choices.isEmpty)
  }

  /// The rows that are shown where there is room for so many only, from the top down, and how many choices are out of
  /// sight above and below.
  func window(rows room: Int) -> (rows: [Int], above: Int, below: Int) {
    guard rows > room else { return (Array(0..<rows), 0, 0) }
    let least = min(control.count, 3)
    let tail = min(rows - control.upperBound, max(0, room - least - 1))
    let head = min(control.lowerBound, max(1, room - least - tail))
    let visible = max(0, room - head - tail)
    let bottom = min(max(focusRow + 1, control.lowerBound + visible), control.upperBound)
    let top = max(control.lowerBound, bottom - visible)
    let shown = Array(0..<head) + Array(top..<min(top + visible, control.upperBound))
    let rest = control.upperBound..<min(rows, control.upperBound + room - shown.count)
    return (
      shown + Array(rest), entries(in: control.lowerBound..<top),
      entries(in: min(top + visible, control.upperBound)..<control.upperBound)
    )
  }

  /// How many choices begin in these rows: what goes on from the row above leaves the left edge blank.
  private func entries(in rows: Range<Int>) -> Int {
    guard hasChoices else { return 0 }
    return rows.filter { row in
      (0..<4).contains { frame[row, $0].text.first?.isNumber == true }
    }.count
  }

  /// In narrow columns the label itself has the mark of the focus.
  private static func shifted(_ frame: inout Frame, _ rows: Int) -> Int {
    frame.restyle(row: 0, column: 0, style: .focus)
    return rows
  }

  /// What is wrong, in the form's own words when it has some.
  private static func problemLines(
    _ item: Item, _ form: FormModel, _ language: Language, columns: Int
  ) -> [(text: String, style: Style)] {
    var lines: [(String, Style)] = []
    func add(_ text: String, _ style: Style) {
      lines += WordWrap.lines(text, columns: columns).map { ($0, style) }
    }
    if let problem = form.entry.problem {
      add("\(CommonPhrase.error.text(in: language)): \(problem.line(in: language))", .error)
      add(FormPhrase.againToGoOn.text(in: language), .hint)
      return lines
    }
    guard !form.entry.isDirty else { return [] }
    let problems = form.problems.filter { $0.path == item.path }
    let hasError = problems.contains { $0.severity == .error }
    for problem in problems where problem.severity == .error || !hasError {
      if problem.kind == .required, !form.entry.isHeld { continue }
      let words = ProblemText.text(problem, item, form, language)
      if problem.severity == .error {
        add("\(CommonPhrase.error.text(in: language)): \(words)", .error)
        if form.entry.isHeld { add(FormPhrase.againToGoOn.text(in: language), .hint) }
      } else if let reason = problem.confirmed {
        add("\(words) · \(FormPhrase.confirmed(reason: reason).text(in: language))", .hint)
      } else {
        add("\(CommonPhrase.warning.text(in: language)): \(words)", .warning)
      }
    }
    return lines
  }
}
