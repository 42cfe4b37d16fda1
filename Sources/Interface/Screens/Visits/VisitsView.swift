internal import Fieldwork
internal import Messages
internal import Terminal
internal import Vietnamese

/// Draws the list of visits.
struct VisitsView {
  let screen: VisitsScreen
  let board: VisitBoard
  let language: Language
  let today: CalendarDate?

  /// Progress, filter, list.
  func draw(on canvas: Canvas, in frame: inout Frame) {
    drawProgress(on: canvas, in: &frame)
    let body = canvas.rows(from: 1)
    if board.visits.isEmpty {
      for (row, line) in WordWrap.lines(VisitsPhrase.empty.text(in: language), columns: canvas.columns - 4).enumerated()
      {
        body.draw(line, row: row, column: 2, style: .hint, in: &frame)
      }
      return
    }
    let records = Dictionary(grouping: board.records) { $0.visit ?? "" }
    for (row, index) in screen.cursor.window(count: screen.lines.count, rows: body.rows).enumerated() {
      switch screen.lines[index] {
      case .heading(let key, let settled, let total):
        let words = VisitText.heading(key, language)
        let used = body.draw(words, row: row, column: 1, style: .title, in: &frame)
        body.draw(" \(settled)/\(total)", row: row, column: 1 + used, style: .hint, in: &frame)
      case .visit(let visit):
        let isOut = index == screen.cursor.selected
        draw(visit, records[visit.id] ?? [], isOut: isOut, on: body, row: row, in: &frame)
        if isOut, !screen.isFiltering { body.stand(row: row, column: 1, in: &frame) }
      }
    }
  }

  private func drawProgress(on canvas: Canvas, in frame: inout Frame) {
    let progress = Progress(of: board.visits)
    let words = VisitsPhrase.progress(done: progress.settled, total: progress.total).text(in: language)
    var at = 1 + canvas.draw(words, row: 0, column: 1, in: &frame)
    if canvas.columns >= 64 {
      let bar = ProgressBar.text(progress.settled, of: progress.total, columns: 22)
      at += 2 + canvas.draw(bar, row: 0, column: at + 2, style: .ok, in: &frame)
      if let today {
        let now = Progress(of: board.visits, on: today)
        if now.total > 0 {
          let words = VisitsPhrase.today(done: now.settled, total: now.total).text(in: language)
          at += 2 + canvas.draw(words, row: 0, column: at + 2, in: &frame)
        }
      }
    }
    guard screen.isFiltering else { return }
    let label = CommonPhrase.filter.text(in: language) + ": "
    let room = canvas.columns - at - 3
    let width = min(room, 28)
    let start = canvas.columns - width - 1
    let used = canvas.draw(label, row: 0, column: start, style: .hint, in: &frame)
    TextFieldView.draw(
      screen.filter, on: canvas, row: 0, column: start + used, columns: width - used, focused: true, in: &frame)
  }

  private func draw(
    _ visit: Visit, _ records: [RecordSummary], isOut: Bool, on canvas: Canvas, row: Int, in frame: inout Frame
  ) {
    let (sign, style) = VisitText.mark(visit, records)
    let wide = canvas.columns >= 64
    let state = VisitText.state(visit, records, board, language, isWide: wide)
    canvas.draw(isOut ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
    canvas.draw(String(sign), row: row, column: wide ? 3 : 2, style: style, in: &frame)
    let codeAt = wide ? 5 : 4
    let stateWidth = Self.stateColumns(canvas.columns)
    let end = canvas.columns - stateWidth - 1
    canvas.draw(state, row: row, column: end + 1, limit: stateWidth, style: style, in: &frame)
    if wide { canvas.draw(visit.code, row: row, column: codeAt, limit: 10, in: &frame) }
    let placeWidth = wide ? Self.placeColumns(canvas.columns) : 0
    let columns = Self.labelColumns(canvas.columns)
    let label = ShortName.text(visit.label, columns: columns.count)
    canvas.draw(label, row: row, column: columns.lowerBound, limit: columns.count, in: &frame)
    if wide { canvas.draw(visit.place.commune, row: row, column: end - placeWidth, limit: placeWidth, in: &frame) }
    if isOut { canvas.restyle(row: row, column: codeAt, count: end - codeAt, style: .focus, in: &frame) }
  }

  private static func stateColumns(_ columns: Int) -> Int { columns >= 64 ? 15 : 10 }
  private static func placeColumns(_ columns: Int) -> Int { min(20, columns / 5) }

  /// The columns of the name in a list of so many.
  static func labelColumns(_ columns: Int) -> Range<Int> {
    let end = columns - stateColumns(columns) - 1
    let start = columns >= 64 ? 16 : 4
    return start..<max(start, columns >= 64 ? end - placeColumns(columns) - 1 : end)
  }
}
