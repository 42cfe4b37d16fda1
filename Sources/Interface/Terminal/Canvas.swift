/// A rectangle of a frame to draw in. Whatever is drawn outside it is left out.
package struct Canvas: Equatable, Sendable {
  /// The place of its top left cell in the frame.
  package let origin: CellPlace
  /// How many columns it has.
  package let columns: Int
  /// How many rows it has.
  package let rows: Int

  /// The whole of a frame.
  package init(_ size: Size) {
    self.init(origin: CellPlace(row: 0, column: 0), columns: size.columns, rows: size.rows)
  }

  /// A rectangle with a corner and an extent.
  package init(origin: CellPlace, columns: Int, rows: Int) {
    self.origin = origin
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The part of this canvas that begins at a row, as many rows as are given and as there are.
  package func rows(from first: Int, count: Int? = nil) -> Canvas {
    let start = min(max(0, first), rows)
    return Canvas(
      origin: CellPlace(row: origin.row + start, column: origin.column), columns: columns,
      rows: min(count ?? rows, rows - start))
  }

  /// The part of this canvas to the right of a column.
  package func columns(from first: Int, count: Int? = nil) -> Canvas {
    let start = min(max(0, first), columns)
    return Canvas(
      origin: CellPlace(row: origin.row, column: origin.column + start),
      columns: min(count ?? columns, columns - start),
      rows: rows)
  }

  /// Draws a text in one row, cut with `…` when it is longer than the columns it may take; answers the columns used.
  @discardableResult
  package func draw(
    _ text: some StringProtocol, row: Int, column: Int = 0, limit: Int? = nil, style: Style = .text,
    in frame: inout Frame
  ) -> Int {
    guard row >= 0, row < rows, column < columns else { return 0 }
    let room = min(limit ?? columns, columns - column)
    var at = column
    for character in Self.cut(ShownText.characters(of: text), to: room) {
      if at >= 0 { frame.put(character, row: origin.row + row, column: origin.column + at, style: style) }
      at += CharacterWidth.columns(of: character)
    }
    return at - column
  }

  /// Draws a text so that it ends before a column (the right edge unless told); answers the column where it begins.
  @discardableResult
  package func drawRight(
    _ text: some StringProtocol, row: Int, before end: Int? = nil, style: Style = .text, in frame: inout Frame
  ) -> Int {
    let end = min(end ?? columns, columns)
    let shown = Self.cut(ShownText.characters(of: text), to: max(0, end))
    let start = end - CharacterWidth.columns(of: String(shown))
    draw(String(shown), row: row, column: start, style: style, in: &frame)
    return start
  }

  /// Fills a row from a column on with one character.
  package func fill(
    _ character: Character, row: Int, column: Int = 0, count: Int? = nil, style: Style = .text, in frame: inout Frame
  ) {
    guard row >= 0, row < rows else { return }
    let end = min(columns, column + (count ?? columns))
    for at in stride(from: max(0, column), to: end, by: 1) {
      frame.put(character, row: origin.row + row, column: origin.column + at, style: style)
    }
  }

  /// Gives a whole row a style, for instance that of the focus.
  package func restyle(row: Int, column: Int = 0, count: Int? = nil, style: Style, in frame: inout Frame) {
    guard row >= 0, row < rows else { return }
    for at in stride(from: max(0, column), to: min(columns, column + (count ?? columns)), by: 1) {
      frame.restyle(row: origin.row + row, column: origin.column + at, style: style)
    }
  }

  /// Stands the cursor at a place of this canvas, when it lies inside.
  package func stand(row: Int, column: Int, in frame: inout Frame) {
    guard rows > 0, columns > 0, row >= 0, row < rows else { return }
    frame.cursor = CellPlace(row: origin.row + row, column: origin.column + min(max(0, column), columns - 1))
  }

  /// As many characters as fit into a number of columns, the last one `…` when some were left out.
  package static func cut(_ characters: [Character], to room: Int) -> [Character] {
    guard room > 0 else { return [] }
    var used = 0
    for (index, character) in characters.enumerated() {
      let width = CharacterWidth.columns(of: character)
      if used + width > room {
        var kept = Array(characters[..<index])
        while let last = kept.last, used + 1 > room {
          used -= CharacterWidth.columns(of: last)
          kept.removeLast()
        }
        return kept + ["…"]
      }
      used += width
    }
    return characters
  }
}
