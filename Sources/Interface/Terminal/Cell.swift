/// One cell of a frame: a character with its marks, or the right half of a wide one.
package struct Cell: Equatable, Sendable {
  /// The character shown; empty in the right half of a wide character.
  package var text: String
  /// 1 or 2 columns; 0 in the right half of a wide character.
  package var width: UInt8
  /// What the cell means.
  package var style: Style

  /// A cell that shows a character of a known width.
  package init(_ text: String, width: UInt8 = 1, style: Style = .text) {
    self.text = text
    self.width = width
    self.style = style
  }

  /// Nothing in the plain style.
  package static let blank = Cell(" ")
}
