/// How spreadsheets name their cells.
package enum CellReference {
  /// The name of a cell, such as `AB12`: its column counted from 0, its row from 1.
  package static func text(column: Int, row: Int) -> String {
    var rest = column
    var letters = ""
    repeat {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters + String(row)
  }
}
