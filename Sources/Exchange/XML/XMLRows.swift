/// A list of plain rows, `<item><name>a</name><label>A</label></item>…`, kept flat: a tree of elements would take
/// several times the time and the space.
package struct XMLRows: Sendable, Equatable {
  /// One row.
  package struct Row: Sendable, Equatable {
    /// Where its start tag began.
    package var position: XMLPosition
    /// Its cells, as places in `cells`.
    package var cells: Range<Int>
  }

  /// One child of a row.
  package struct Cell: Sendable, Equatable {
    /// Its name, as a place in `names`.
    package var name: Int
    /// The text inside.
    package var text: String
    /// Where its start tag began.
    package var position: XMLPosition
  }

  /// The rows in order.
  package internal(set) var rows: [Row] = []
  /// The cells of all rows in order.
  package internal(set) var cells: [Cell] = []
  /// The names of cells; none has a prefix.
  package internal(set) var names: [String] = []

  /// The elements that the rows stand for.
  package var elements: [XMLElement] {
    rows.map { row in
      let children = cells[row.cells].map { cell in
        XMLContent.element(
          XMLElement(
            XMLName(names[cell.name]), content: cell.text.isEmpty ? [] : [.text(cell.text)], position: cell.position))
      }
      return XMLElement(XMLName("item"), content: children, position: row.position)
    }
  }
}
