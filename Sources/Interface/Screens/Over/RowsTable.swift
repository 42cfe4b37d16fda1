internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// Draws the rows of a repeat: as many columns as fit, numbers to the right.
struct RowsTable {
  let path: FieldPath
  let form: FormModel
  let language: Language

  /// One column: the question, what it is headed, and how wide it is.
  private struct Column {
    let node: FormNode
    let head: String
    /// How wide the widest answer is.
    let content: Int
    var width: Int
    let isNumber: Bool

    var headWidth: Int { CharacterWidth.columns(of: head) }
  }

  /// Draws head, rows and what stands below them.
  func draw(cursor: ListCursor, tail: [String], on canvas: Canvas, in frame: inout Frame) {
    let rows = form.rows(of: path)
    let cells = rows.map { row in
      form.items.filter { $0.kind == .question && FormModel.rowScope(of: $0.path) == row.path }
    }
    let columns = columns(cells, room: canvas.columns - 8)
    let heads = columns.map { WordWrap.lines($0.head, columns: $0.width) }
    let headRows = canvas.rows >= 8 && heads.contains { $0.count > 1 } ? 2 : 1
    draw(columns, heads, rows: headRows, canvas, &frame)
    let body = canvas.rows(from: headRows)
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

  /// The columns that have room, the first ones first. A column begins as narrow as its answers and the longest word
  /// of its head allow; what is left over widens those that are cut.
  private func columns(_ cells: [[Item]], room: Int) -> [Column] {
    var kept: [Column] = []
    var used = 0
    for (index, column) in candidates(cells, room: room).enumerated() {
      guard used + column.width <= room else {
        let left = room - used
        guard left >= 8, index < 2 else { break }
        var narrow = column
        narrow.width = left
        kept.append(narrow)
        used = room
        break
      }
      kept.append(column)
      used += column.width + 2
    }
    var left = room - kept.reduce(-2) { $0 + $1.width + 2 }
    for wanted in [\Column.content, \Column.headWidth] {
      for index in kept.indices where left > 0 {
        let more = min(left, max(0, kept[index][keyPath: wanted] - kept[index].width))
        kept[index].width += more
        left -= more
      }
    }
    return kept
  }

  private func candidates(_ cells: [[Item]], room: Int) -> [Column] {
    // In the order of the form: the first row may lack questions that others have.
    let nodes = Set(cells.joined().map(\.node)).sorted().map { form.response.form.nodes[$0] }
    var result: [Column] = []
    for node in nodes where node.kind != .note && !node.kind.isAttachment {
      let items = cells.joined().filter { $0.node == node.index }
      let content = items.map { CharacterWidth.columns(of: text($0, node)) }.max() ?? 0
      let label = items.first?.label ?? ""
      let head = node.unit.map { "\(label) (\($0))" } ?? label
      let word = head.split(separator: " ").map { CharacterWidth.columns(of: String($0)) }.max() ?? 0
      let width = min(max(content, min(word, 10), 3), result.isEmpty ? max(12, room / 3) : 18)
      result.append(
        Column(node: node, head: head, content: content, width: width, isNumber: Self.isNumber(node)))
    }
    return result
  }

  /// An answer without its unit, which stands in the head.
  private func text(_ item: Item, _ node: FormNode) -> String {
    let text = AnswerText.text(item, form, language)
    guard let unit = node.unit, text.hasSuffix(" " + unit) else { return text }
    return String(text.dropLast(unit.count + 1))
  }

  private static func isNumber(_ node: FormNode) -> Bool {
    switch node.kind {
    case .integer, .decimal, .percentage, .range: true
    default: false
    }
  }

  private func draw(
    _ columns: [Column], _ heads: [[String]], rows: Int, _ canvas: Canvas, _ frame: inout Frame
  ) {
    canvas.draw("#", row: rows - 1, column: 3, style: .hint, in: &frame)
    var at = 6
    for (column, lines) in zip(columns, heads) {
      // What has no room is the unit, at the end.
      let shown = rows == 1 ? [column.head] : Array(lines.prefix(rows))
      let place = canvas.columns(from: at, count: column.width)
      for (index, line) in shown.enumerated() {
        let row = rows - shown.count + index
        if column.isNumber, CharacterWidth.columns(of: line) <= column.width {
          place.drawRight(line, row: row, style: .hint, in: &frame)
        } else {
          place.draw(line, row: row, column: 0, limit: column.width, style: .hint, in: &frame)
        }
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
      let words = cells.first { $0.node == column.node.index }.map { text($0, column.node) } ?? ""
      if column.isNumber {
        canvas.columns(from: at, count: column.width).drawRight(words, row: line, in: &frame)
      } else {
        canvas.draw(words, row: line, column: at, limit: column.width, in: &frame)
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
