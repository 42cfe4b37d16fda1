internal import Messages
internal import Terminal

/// Draws the top screen between the fixed lines.
enum AppView {
  /// The frame at a size.
  static func frame(_ app: AppModel, size: Size) -> Frame {
    var frame = Frame(size: size)
    guard let screen = app.screens.last else { return frame }
    let message = self.message(screen, app)
    let lines = message.map { WordWrap.lines($0.text, columns: size.columns - 1) } ?? []
    let layout = Layout(size: size)
    let whole = Canvas(size)
    if layout.isTooSmall {
      let words = CommonPhrase.tooSmall(columns: size.columns, rows: size.rows).text(in: app.language)
      whole.draw(words, row: 0, style: .warning, in: &frame)
      return frame
    }
    drawTitle(screen.title(app), layout, whole, &frame)
    screen.draw(app, on: layout.body, in: &frame)
    drawBottom(screen, app, lines: lines, style: message?.style ?? .hint, layout, &frame)
    return frame
  }

  private static func message(_ screen: any Screen, _ app: AppModel) -> MessageLine? {
    if let notice = app.notice { return MessageLine(text: notice.text(in: app.language), style: notice.style) }
    return screen.message(app)
  }

  private static func drawTitle(_ title: TitleLine, _ layout: Layout, _ whole: Canvas, _ frame: inout Frame) {
    // The right part gives way as far as the middle when the left one has no room.
    let room = max(whole.columns / 2, whole.columns - CharacterWidth.columns(of: title.left) - 4)
    let right = String(Canvas.cut(ShownText.characters(of: title.right), to: max(0, room)))
    let start =
      right.isEmpty
      ? whole.columns : whole.drawRight(right, row: 0, before: whole.columns - 1, style: .title, in: &frame)
    whole.draw(title.left, row: 0, column: 1, limit: max(0, start - 3), style: .title, in: &frame)
    if !layout.isCompact { whole.fill("─", row: 1, style: .hint, in: &frame) }
  }

  private static func drawBottom(
    _ screen: any Screen, _ app: AppModel, lines: [String], style: Style, _ layout: Layout, _ frame: inout Frame
  ) {
    let bottom = Canvas(layout.size).rows(from: layout.size.rows - layout.bottomRows)
    var row = 0
    if !layout.isCompact {
      bottom.fill("─", row: row, style: .hint, in: &frame)
      row += 1
    }
    // One line of message stands next to the state line.
    let shift = max(0, layout.messageRows - max(1, lines.count))
    for (index, line) in lines.prefix(layout.messageRows).enumerated() {
      let isCut = index == layout.messageRows - 1 && lines.count > layout.messageRows
      bottom.draw(
        isCut ? line + " …" : line, row: row + shift + index, column: 1, style: style,
        in: &frame)
    }
    row += layout.messageRows
    let right = SaveStateLine.text(app, isCompact: layout.isCompact)
    var end = layout.size.columns - 1
    if let method = screen.typing(app) {
      end = bottom.drawRight(method.name, row: row, before: end, style: .text, in: &frame) - 2
    }
    let start = bottom.drawRight(right.text, row: row, before: end, style: right.style, in: &frame)
    bottom.draw(screen.state(app), row: row, column: 1, limit: max(0, start - 2), in: &frame)
    KeyLine.draw(
      screen.context, without: screen.idle(app), app.language, on: bottom, row: row + 1, in: &frame)
  }
}
