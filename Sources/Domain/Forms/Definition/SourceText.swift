/// A text of the form and the place of its first character.
package struct SourceText: Sendable, Hashable {
  /// The text itself.
  package var text: String
  /// Where its first character stands. For a sheet's cell the column is 1: it counts inside the cell.
  package var position: SourcePosition

  /// A text found at a position.
  package init(_ text: String, at position: SourcePosition = SourcePosition()) {
    self.text = text
    self.position = position
  }
}
