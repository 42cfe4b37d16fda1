/// Draws a text field: on one row that scrolls sideways, or on several rows.
package enum TextFieldView {
  /// Draws the field in one row and stands the cursor in it when it has the focus. Between brackets when they fit.
  package static func draw(
    _ field: TextField, on canvas: Canvas, row: Int, column: Int, columns: Int, focused: Bool, in frame: inout Frame
  ) {
    let columns = min(columns, canvas.columns - column)
    guard columns > 2 else { return }
    let style: Style = focused ? .focus : .text
    canvas.draw("[", row: row, column: column, style: .hint, in: &frame)
    canvas.fill(" ", row: row, column: column + 1, count: columns - 2, style: style, in: &frame)
    canvas.draw("]", row: row, column: column + columns - 1, style: .hint, in: &frame)
    let room = columns - 2
    let shown = field.characters.map { $0.isNewline ? "↵" : ShownText.characters(of: String($0)).first ?? " " }
    var start = 0
    while width(shown[start..<field.cursor]) >= room, start < field.cursor { start += 1 }
    let before = width(shown[start..<field.cursor])
    var at = column + 1
    for character in shown[start...] {
      let width = CharacterWidth.columns(of: character)
      guard at + width <= column + 1 + room else { break }
      frame.put(character, row: canvas.origin.row + row, column: canvas.origin.column + at, style: style)
      at += width
    }
    if focused { canvas.stand(row: row, column: column + 1 + before, in: &frame) }
  }

  /// Draws a field that has the focus behind what it asks for, at most so many columns wide.
  package static func draw(
    _ field: TextField, after label: String, on canvas: Canvas, row: Int, upTo columns: Int, in frame: inout Frame
  ) {
    let used = canvas.draw(label + ": ", row: row, column: 1, style: .hint, in: &frame)
    draw(
      field, on: canvas, row: row, column: 1 + used, columns: min(columns, canvas.columns - used - 2), focused: true,
      in: &frame)
  }

  /// The rows that a text takes at a width, each with the index of its first character, and the cursor's place.
  package static func layout(_ field: TextField, columns: Int) -> (rows: [Range<Int>], cursor: CellPlace) {
    let columns = max(2, columns)
    var rows: [Range<Int>] = []
    var start = 0
    var index = 0
    var used = 0
    var breakAfter: Int?
    while index < field.characters.count {
      let character = field.characters[index]
      if character.isNewline {
        rows.append(start..<index + 1)
        (start, used, breakAfter) = (index + 1, 0, nil)
        index += 1
        continue
      }
      let width = max(1, CharacterWidth.columns(of: character))
      if used + width > columns - 1, character != " ", index > start {
        let end = breakAfter ?? index
        rows.append(start..<end)
        (start, used, breakAfter) = (end, 0, nil)
        index = end
        continue
      }
      used += width
      index += 1
      if character == " " { breakAfter = index }
    }
    rows.append(start..<field.characters.count)
    let row = rows.lastIndex { $0.lowerBound <= field.cursor } ?? 0
    let column = CharacterWidth.columns(of: String(field.characters[rows[row].lowerBound..<field.cursor]))
    return (rows, CellPlace(row: row, column: min(column, columns - 1)))
  }

  /// Draws the field over all rows of a canvas, scrolled so that the cursor is seen.
  package static func drawLines(_ field: TextField, on canvas: Canvas, focused: Bool, in frame: inout Frame) {
    let (rows, cursor) = layout(field, columns: canvas.columns)
    let top = max(0, min(cursor.row - canvas.rows + 1, rows.count - 1))
    for row in 0..<canvas.rows {
      let style: Style = focused ? .focus : .text
      canvas.fill(" ", row: row, style: style, in: &frame)
      guard top + row < rows.count else { continue }
      let text = String(field.characters[rows[top + row]].filter { !$0.isNewline })
      canvas.draw(text, row: row, style: style, in: &frame)
    }
    if focused { canvas.stand(row: cursor.row - top, column: cursor.column, in: &frame) }
  }

  private static func width(_ characters: ArraySlice<Character>) -> Int {
    characters.reduce(0) { $0 + CharacterWidth.columns(of: $1) }
  }
}
