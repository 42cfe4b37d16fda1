internal import Messages
package import Terminal

/// Draws the screen of a locked store.
package enum LockView {
  /// The frame at a size. What is typed is shown as dots.
  package static func frame(_ lock: LockModel, size: Size) -> Frame {
    var frame = Frame(size: size)
    let layout = Layout(size: size)
    let whole = Canvas(size)
    if layout.isTooSmall {
      whole.draw(text(.passphrase, lock), row: 0, style: .warning, in: &frame)
      return frame
    }
    whole.drawRight(lock.language.name, row: 0, before: whole.columns - 1, style: .title, in: &frame)
    whole.draw(text(.title, lock), row: 0, column: 1, style: .title, in: &frame)
    if !layout.isCompact { whole.fill("─", row: 1, style: .hint, in: &frame) }
    drawField(lock, on: layout.body, in: &frame)
    drawBottom(lock, layout, in: &frame)
    return frame
  }

  private static func drawField(_ lock: LockModel, on canvas: Canvas, in frame: inout Frame) {
    var row = 0
    for line in WordWrap.lines(text(.welcome, lock), columns: canvas.columns - 2).prefix(max(0, canvas.rows - 3)) {
      canvas.draw(line, row: row, column: 1, in: &frame)
      row += 1
    }
    if canvas.rows >= 8 { row += 1 }
    let label = text(.passphrase, lock)
    canvas.draw("▸", row: row, column: 1, style: .focus, in: &frame)
    let used = canvas.draw(label, row: row, column: 3, style: .label, in: &frame)
    TextFieldView.draw(
      lock.field.masked, on: canvas, row: row, column: used + 4, columns: min(40, canvas.columns - used - 5),
      focused: true,
      in: &frame)
  }

  private static func drawBottom(_ lock: LockModel, _ layout: Layout, in frame: inout Frame) {
    let bottom = Canvas(layout.size).rows(from: layout.size.rows - layout.bottomRows)
    var row = 0
    if !layout.isCompact {
      bottom.fill("─", row: row, style: .hint, in: &frame)
      row += 1
    }
    let (words, style) = message(lock)
    let lines = WordWrap.lines(words, columns: layout.size.columns - 2).prefix(layout.messageRows + 1)
    for (index, line) in lines.enumerated() {
      bottom.draw(line, row: row + index, column: 1, style: style, in: &frame)
    }
    row = layout.bottomRows - 1
    var column = 1
    for (key, phrase) in [("Enter", LockPhrase.open), ("F10", .quit)] {
      column += bottom.draw(key, row: row, column: column, style: .title, in: &frame) + 1
      column += bottom.draw(text(phrase, lock), row: row, column: column, style: .hint, in: &frame) + 2
    }
  }

  private static func message(_ lock: LockModel) -> (String, Style) {
    if lock.isChecking { return (text(.checking, lock), .hint) }
    if let problem = lock.problem { return (problem.text(in: lock.language), problem.style) }
    if lock.hasUnsaved { return (text(.unsaved, lock), .error) }
    if let minutes = lock.idleMinutes { return (text(.idle(minutes: minutes), lock), .hint) }
    return (text(.hint, lock), .hint)
  }

  private static func text(_ phrase: LockPhrase, _ lock: LockModel) -> String { phrase.text(in: lock.language) }
}
