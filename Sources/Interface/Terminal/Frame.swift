/// What the whole terminal shows: a grid of cells and the place of the cursor. A value, so that a test compares it and a
/// driver draws it.
package struct Frame: Equatable, Sendable {
  /// How many columns and rows it has.
  package let size: Size
  /// Row after row, `size.columns` cells each.
  package private(set) var cells: [Cell]
  /// Where the cursor stands; it is hidden when nil.
  package var cursor: CellPlace?

  /// An empty frame.
  package init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place inside the frame.
  package subscript(row: Int, column: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Puts a character of 1 or 2 columns; what does not fit is left out, and no half of a wide character stays behind.
  package mutating func put(_ character: Character, row: Int, column: Int, style: Style) {
    let width = CharacterWidth.columns(of: character)
    guard width > 0, row >= 0, row < size.rows, column >= 0, column + width <= size.columns else { return }
    let index = row * size.columns + column
    clearHalves(at: index)
    if width == 2 {
      clearHalves(at: index + 1)
      cells[index + 1] = Cell("", width: 0, style: style)
    }
    cells[index] = Cell(String(character), width: UInt8(width), style: style)
  }

  /// Changes the style of a cell and leaves its character.
  package mutating func restyle(row: Int, column: Int, style: Style) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
    cells[row * size.columns + column].style = style
  }

  private mutating func clearHalves(at index: Int) {
    if cells[index].width == 2, index + 1 < cells.count { cells[index + 1] = .blank }
    if cells[index].width == 0, index > 0 { cells[index - 1] = .blank }
  }

  /// The rows as text, without the blanks at their ends.
  package var lines: [String] {
    (0..<size.rows).map { row in
      trimmed((0..<size.columns).map { self[row, $0].text }.joined())
    }
  }

  /// The styles as rows of letters, without the blanks at their ends.
  package var styleLines: [String] {
    (0..<size.rows).map { row in
      trimmed(String((0..<size.columns).map { self[row, $0].style.letter }))
    }
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
