/// A line while it is typed: words that stand, and the word at the end that keys still act on.
package struct TypedText: Sendable {
  /// The method.
  package let method: TypingMethod
  /// Where the tone of open oa, oe, uy stands.
  package let style: ToneStyle
  private var finished = String.UnicodeScalarView()
  private var word: TypedWord

  /// An empty line.
  package init(method: TypingMethod, style: ToneStyle) {
    self.method = method
    self.style = style
    word = TypedWord(method: method, style: style)
  }

  /// The whole line.
  package var text: String { String(finished) + word.text }

  /// Takes one key; U+0008 and U+007F delete.
  package mutating func type(_ key: Unicode.Scalar) {
    if key == "\u{8}" || key == "\u{7F}" { return deleteBackward() }
    guard !word.type(key) else { return }
    finished.append(contentsOf: word.text.unicodeScalars)
    finished.append(key)
    word = TypedWord(method: method, style: style)
  }

  /// Takes many keys.
  package mutating func type(contentsOf keys: String) {
    for key in keys.unicodeScalars { type(key) }
  }

  /// Removes the last letter. When that was a sign between words, the word before is gone on with.
  package mutating func deleteBackward() {
    if word.deleteBackward() { return }
    guard finished.popLast() != nil else { return }
    var letters = String.UnicodeScalarView()
    while let last = finished.last, VietnameseLetter(last) != nil {
      letters.insert(last, at: letters.startIndex)
      finished.removeLast()
    }
    word = TypedWord(method: method, style: style, resuming: String(letters))
  }
}
