internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Draws the rows of a repeat: as many columns as fit, numbers to the right.
struct RowsTable {
  let path: FieldPath
  let form: FormModel
  let language: Language

  /// One column: the question and how wide it is.
  private struct Column {
    let node: FormNode
    let label: String
    var width: Int
    let isNumber: Bool
  }

  /// Draws head, rows and what stands below them.
  func draw(cursor: ListCursor, tail: [String], on canvas: Canvas, in frame: inout Frame) {
    let rows = form.rows(of: path)
    let cells = rows.map { row in
      form.items.filter { $0.kind == .question && FormModel.rowScope(of: $0.path) == row.path }
    }
    let columns = columns(cells, room: canvas.columns - 8)
    draw(columns, head: true, canvas, &frame)
    let body = canvas.rows(from: 1)
    let window = cursor.window(count: rows.count + tail.count, rows: body.rows)
    for (line, index) in window.enumerated() {
      let isChosen = index == cursor.selected
      if isChosen { body.stand(row: line, column: 1, in: &frame) }
      body.draw(isChosen ? "▸" : " ", row: line, column: 1, style: .focus, in: &frame)
      if rows.indices.contains(index) {
        draw(rows[index], cells[index], columns, on: body, line: line, in: &frame)
      } else {
        let words = tail[index - rows.count]
        let sign = index - rows.count == tail.count - 1 ? "→" : "+"
        body.draw("\(sign)  \(words)", row: line, column: 3, style: isChosen ? .focus : .hint, in: &frame)
        continue
      }
      if isChosen { body.restyle(row: line, column: 3, count: body.columns - 6, style: .focus, in: &frame) }
    }
  }

  private func columns(_ cells: [[Item]], room: Int) -> [Column] {
    var seen: Set<Int> = []
    var result: [Column] = []
    for item in cells.joined() where seen.insert(item.node).inserted {
      let node = form.node(of: item)
      guard node.kind != .note, !node.kind.isAttachment else { continue }
      let texts = cells.joined().filter { $0.node == item.node }.map { AnswerText.text($0, form, language) }
      let widest = texts.map { CharacterWidth.columns(of: $0) }.max() ?? 0
      let label = min(CharacterWidth.columns(of: item.label), 14)
      let width = min(max(widest, label, 3), result.isEmpty ? max(12, room / 3) : 18)
      result.append(Column(node: node, label: item.label, width: width, isNumber: Self.isNumber(node)))
    }
    var used = 0
    var kept: [Column] = []
    for column in result {
      guard used + column.width <= room else {
        let left = room - used
        if left >= 8, kept.count < 2 {
          var narrow = column
          narrow.width = left
          kept.append(narrow)
        }
        break
      }
      kept.append(column)
      used += column.width + 2
    }
    return kept
  }

  private static func isNumber(_ node: FormNode) -> Bool {
    switch node.kind {
    case .integer, .decimal, .percentage, .range: true
    default: false
    }
  }

  private func draw(_ columns: [Column], head: Bool, _ canvas: Canvas, _ frame: inout Frame) {
    canvas.draw("#", row: 0, column: 3, style: .hint, in: &frame)
    var at = 6
    for column in columns {
      if column.isNumber {
        canvas.columns(from: at, count: column.width).drawRight(column.label, row: 0, style: .hint, in: &frame)
      } else {
        canvas.draw(column.label, row: 0, column: at, limit: column.width, style: .hint, in: &frame)
      }
      at += column.width + 2
    }
  }

  private func draw(
    _ row: Item, _ cells: [Item], _ columns: [Column], on canvas: Canvas, line: Int, in frame: inout Frame
  ) {
    guard case .row(let number, _, _) = row.kind else { return }
    canvas.draw("\(number)", row: line, column: 3, in: &frame)
    var at = 6
    for column in columns {
      let text = cells.first { $0.node == column.node.index }.map { AnswerText.text($0, form, language) } ?? ""
      if column.isNumber {
        canvas.columns(from: at, count: column.width).drawRight(text, row: line, in: &frame)
      } else {
        canvas.draw(text, row: line, column: at, limit: column.width, in: &frame)
      }
      at += column.width + 2
    }
    let marks = form.items.filter { $0.path.isInside(row.path) }.map { ItemMark.margin($0) }
    if let mark = marks.first(where: { $0.sign == "!" }) ?? marks.first(where: { $0.sign == "?" }) {
      canvas.draw(String(mark.sign), row: line, column: canvas.columns - 2, style: mark.style, in: &frame)
    } else if form.items.contains(where: { $0.path.isInside(row.path) && $0.isRequired && !$0.isAnswered }) {
      canvas.draw("…", row: line, column: canvas.columns - 2, style: .hint, in: &frame)
    }
  }
}
