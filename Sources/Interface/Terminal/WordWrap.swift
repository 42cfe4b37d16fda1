/// Breaks text into lines of a width.
package enum WordWrap {
  /// The lines of a text: broken at blanks, at line breaks of the text itself, and inside a word only when the word is
  /// longer than a line. What a no-break space joins stays together. Never empty.
  package static func lines(_ text: some StringProtocol, columns: Int) -> [String] {
    let columns = max(1, columns)
    var result: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let parts = paragraph.split(separator: joint, omittingEmptySubsequences: false)
      let characters = Array(parts.map { ShownText.characters(of: $0) }.joined(separator: [joint]))
      result += wrapped(characters, columns: columns).map { String($0.map { $0 == joint ? " " : $0 }) }
    }
    while result.count > 1, result.last == "" { result.removeLast() }
    return result
  }

  private static let joint: Character = "\u{A0}"

  private static func wrapped(_ characters: [Character], columns: Int) -> [String] {
    var lines: [String] = []
    var line: [Character] = []
    var width = 0
    for word in characters.split(separator: " ") {
      var rest = Array(word)
      var wordWidth = CharacterWidth.columns(of: String(rest))
      if width > 0, width + 1 + wordWidth <= columns {
        line += [" "] + rest
        width += 1 + wordWidth
        continue
      }
      if width > 0 {
        lines.append(String(line))
        line = []
      }
      while wordWidth > columns {
        var taken = 0
        var used = 0
        while taken < rest.count, used + CharacterWidth.columns(of: rest[taken]) <= columns {
          used += CharacterWidth.columns(of: rest[taken])
          taken += 1
        }
        taken = max(1, taken)
        lines.append(String(rest[..<taken]))
        rest.removeFirst(taken)
        wordWidth = CharacterWidth.columns(of: String(rest))
      }
      line = rest
      width = wordWidth
    }
    lines.append(String(line))
    return lines
  }
}
