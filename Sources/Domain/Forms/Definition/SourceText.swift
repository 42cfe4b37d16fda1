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

extension SourceText {
  /// The place of a character of the text, counted in Unicode scalars; line breaks inside the text are followed.
  package func position(after offset: Int) -> SourcePosition {
    let before = text.unicodeScalars.prefix(offset)
    guard position.cell == nil, let last = before.lastIndex(of: "\n") else { return position.advanced(by: offset) }
    var place = position
    place.line += before.count { $0 == "\n" }
    place.column = before.distance(from: last, to: before.endIndex)
    return place
  }
}
