/// Which entry of a list is chosen, and which one stands on the first row. The list itself stays outside.
package struct ListCursor: Equatable, Sendable {
  /// The entry chosen.
  package private(set) var selected: Int
  private var top: Int

  /// A cursor on an entry.
  package init(selected: Int = 0) {
    self.selected = selected
    top = 0
  }

  /// Moves as a key says; false when the key does not move.
  package mutating func handle(_ key: Key, count: Int, rows: Int) -> Bool {
    let page = max(1, rows - 1)
    switch key {
    case .up, .control("p"): select(selected - 1, count: count, rows: rows)
    case .down: select(selected + 1, count: count, rows: rows)
    case .pageUp: select(selected - page, count: count, rows: rows)
    case .pageDown: select(selected + page, count: count, rows: rows)
    case .home: select(0, count: count, rows: rows)
    case .end: select(count - 1, count: count, rows: rows)
    default: return false
    }
    return true
  }

  /// Chooses an entry, as near as the list has one, and scrolls no further than needed.
  package mutating func select(_ index: Int, count: Int, rows: Int) {
    selected = min(max(0, index), max(0, count - 1))
    top = window(count: count, rows: rows).lowerBound
  }

  /// The entries shown in a number of rows: always with the chosen one, and no empty rows while there are entries.
  package func window(count: Int, rows: Int) -> Range<Int> {
    guard rows > 0, count > 0 else { return 0..<0 }
    let chosen = min(selected, count - 1)
    var first = min(top, max(0, count - rows))
    if chosen < first { first = chosen }
    if chosen >= first + rows { first = chosen - rows + 1 }
    return first..<min(count, first + rows)
  }
}
