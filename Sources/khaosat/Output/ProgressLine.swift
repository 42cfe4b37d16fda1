internal import Glibc

/// A line on the terminal that tells how far long work is; silent in a pipe.
struct ProgressLine {
  private let isShown = isatty(2) == 1
  private let words: String

  /// A line in the language of words.
  init(language: String) { words = language == "en" ? "done" : "đã xong" }

  /// Shows how far the work is.
  func show(done: Int, total: Int) {
    guard isShown, total > 0 else { return }
    put("\r\(words) \(done)/\(total)")
  }

  /// Takes the line away.
  func clear() {
    if isShown { put("\r" + String(repeating: " ", count: 40) + "\r") }
  }

  private func put(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  }
}
