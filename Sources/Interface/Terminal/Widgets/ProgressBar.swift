/// A bar of a number of columns that fills from the left, in eighths of a column.
package enum ProgressBar {
  /// The bar for `done` of `total`; full only when all is done.
  package static func text(_ done: Int, of total: Int, columns: Int) -> String {
    guard columns > 0 else { return "" }
    let done = min(max(0, done), max(0, total))
    let eighths = total > 0 ? done * columns * 8 / total : 0
    let parts: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    var bar = String(repeating: "█", count: eighths / 8)
    if eighths % 8 > 0 { bar.append(parts[eighths % 8 - 1]) }
    return bar + String(repeating: "·", count: max(0, columns - bar.count))
  }
}
