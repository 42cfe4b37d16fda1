/// One row of a list as a file reader gives it.
package struct VisitListRow: Sendable, Equatable {
  /// The line in the file, or the row of the sheet, counted from 1.
  package let line: Int
  /// The cells.
  package let cells: [String]
  /// Whether the bytes of the row could not be read as text.
  package let isUnreadable: Bool

  /// Joins the parts.
  package init(line: Int, cells: [String], isUnreadable: Bool = false) {
    self.line = line
    self.cells = cells
    self.isUnreadable = isUnreadable
  }

  /// Whether nothing stands in the row.
  var isBlank: Bool { !isUnreadable && cells.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}
