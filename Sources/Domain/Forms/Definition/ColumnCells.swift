/// The filled cells of a row by column. Rows have few of them, so they are simply looked through.
package struct ColumnCells: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
  /// A column with what stands there.
  package typealias Element = (key: Column, value: SourceText)

  private struct Cell: Sendable, Hashable {
    var key: Column
    var value: SourceText
  }

  private var cells: [Cell] = []

  /// Cells of which each column stands once.
  package init(_ cells: [Column: SourceText] = [:]) {
    for (key, value) in cells { self.cells.append(Cell(key: key, value: value)) }
  }

  /// Cells as they are listed; of several of one column the last.
  package init(dictionaryLiteral elements: (Column, SourceText)...) {
    for (key, value) in elements { self[key] = value }
  }

  /// What stands in a column.
  package subscript(column: Column) -> SourceText? {
    get {
      for place in cells.indices where cells[place].key == column { return cells[place].value }
      return nil
    }
    set {
      let place = cells.firstIndex { $0.key == column }
      switch (place, newValue) {
      case (let place?, let value?): cells[place].value = value
      case (let place?, nil): cells.remove(at: place)
      case (nil, let value?): cells.append(Cell(key: column, value: value))
      case (nil, nil): break
      }
    }
  }

  /// Whether no column is filled.
  package var isEmpty: Bool { cells.isEmpty }

  /// How many columns are filled.
  package var count: Int { cells.count }

  /// Whether the text of any column is such a one.
  package func contains(where isWanted: (String) -> Bool) -> Bool {
    for place in cells.indices where isWanted(cells[place].value.text) { return true }
    return false
  }

  /// Takes cells over in place of those there are.
  package mutating func replace(with others: ColumnCells) { for cell in others.cells { self[cell.key] = cell.value } }

  /// Goes through the cells.
  package func makeIterator() -> AnyIterator<Element> {
    var place = 0
    return AnyIterator {
      guard place < cells.count else { return nil }
      defer { place += 1 }
      return (cells[place].key, cells[place].value)
    }
  }

  /// Cells are equal whatever their order.
  package static func == (left: ColumnCells, right: ColumnCells) -> Bool {
    left.count == right.count && left.cells.allSatisfy { right[$0.key] == $0.value }
  }

  /// Hashes what equality compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(Set(cells))
  }
}
