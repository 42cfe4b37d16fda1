/// A place in an XML document: line and column count from 1, the column in Unicode scalars.
package struct XMLPosition: Sendable, Equatable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  package var line: Int
  /// The column in Unicode scalars, from 1.
  package var column: Int

  /// A place by line and column.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`.
  package var description: String { "\(line):\(column)" }
}
