internal import Forms
internal import Messages
internal import Terminal

/// A table of rows: Enter opens it.
struct RepeatControl: QuestionControl {
  func hint(_ node: FormNode) -> FormPhrase? { .openTable }

  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let answer = AnswerText.text(view.item, view.form, view.language)
    let lines = WordWrap.lines(answer, columns: canvas.columns)
    for (index, line) in lines.enumerated() { canvas.draw(line, row: index, style: .focus, in: &frame) }
    canvas.stand(row: 0, column: 0, in: &frame)
    return lines.count
  }
}
