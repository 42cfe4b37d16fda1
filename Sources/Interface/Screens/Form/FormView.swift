internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Draws the questions of a form around the one in hand.
enum FormView {
  /// Draws into the body.
  static func draw(_ form: FormModel, _ language: Language, on canvas: Canvas, in frame: inout Frame) {
    let lines = form.lines
    guard let index = lines.firstIndex(where: { $0.path == form.current }) else { return }
    let block = QuestionBlock.draw(lines[index], form, language, columns: canvas.columns)
    let blockRows = min(block.rows, canvas.rows)
    let room = canvas.rows - blockRows
    var before = min(index, room / 3 + (room % 3 == 2 ? 1 : 0))
    let after = min(lines.count - index - 1, room - before)
    before = min(index, room - after)
    for offset in 0..<before {
      draw(lines[index - before + offset], form, language, on: canvas, row: offset, in: &frame)
    }
    show(block, on: canvas.rows(from: before, count: blockRows), in: &frame)
    for offset in 0..<max(0, after) {
      draw(lines[index + 1 + offset], form, language, on: canvas, row: before + blockRows + offset, in: &frame)
    }
  }

  /// The rows of the block around its cursor, with how many choices are out of sight.
  private static func show(_ block: QuestionBlock, on canvas: Canvas, in frame: inout Frame) {
    let (rows, above, below) = block.window(rows: canvas.rows)
    for (line, row) in rows.enumerated() {
      for column in 0..<min(canvas.columns, block.frame.size.columns) {
        let cell = block.frame[row, column]
        guard let character = cell.text.first else { continue }
        frame.put(
          character, row: canvas.origin.row + line, column: canvas.origin.column + column, style: cell.style)
      }
    }
    if let cursor = block.frame.cursor, let line = rows.firstIndex(of: cursor.row) {
      canvas.stand(row: line, column: cursor.column, in: &frame)
    }
    let shown = rows.indices.filter { block.control.contains(rows[$0]) }
    if above > 0, let first = shown.first {
      canvas.drawRight(" ↑ +\(above)", row: first, before: canvas.columns - 1, style: .hint, in: &frame)
    }
    if below > 0, let last = shown.last {
      canvas.drawRight(" ↓ +\(below)", row: last, before: canvas.columns - 1, style: .hint, in: &frame)
    }
  }

  /// How wide labels are: two fifths, and in wide terminals no more than the widest of them needs.
  private static func labelWidth(_ form: FormModel, columns: Int) -> Int {
    let share = columns * 2 / 5
    guard share > 34 else { return share }
    let widest = form.lines.lazy.filter { $0.kind == .question }.map { CharacterWidth.columns(of: $0.label) }.max() ?? 0
    return max(34, min(share, widest, 72))
  }

  /// One neighbour as one line: label, answer, mark.
  private static func draw(
    _ item: Item, _ form: FormModel, _ language: Language, on canvas: Canvas, row: Int, in frame: inout Frame
  ) {
    let indent = canvas.columns < 64 ? 1 : 3
    if item.kind == .group {
      canvas.draw(item.label, row: row, column: indent - (indent > 1 ? 2 : 0), style: .title, in: &frame)
      return
    }
    let node = form.node(of: item)
    if node.kind == .note {
      canvas.draw(item.label, row: row, column: indent, limit: canvas.columns - indent - 2, style: .hint, in: &frame)
      return
    }
    let answer = AnswerText.text(item, form, language)
    let mark = ItemMark.margin(item)
    if canvas.columns < 64 {
      let text = answer.isEmpty ? item.label : "\(item.label): \(answer)"
      canvas.draw(text, row: row, column: indent, limit: canvas.columns - indent - 3, style: .label, in: &frame)
    } else {
      let width = labelWidth(form, columns: canvas.columns)
      canvas.draw(item.label, row: row, column: indent, limit: width, style: .label, in: &frame)
      canvas.draw(
        answer, row: row, column: indent + width + 1, limit: canvas.columns - indent - width - 4, style: .text,
        in: &frame)
    }
    canvas.draw(String(mark.sign), row: row, column: canvas.columns - 2, style: mark.style, in: &frame)
  }
}
