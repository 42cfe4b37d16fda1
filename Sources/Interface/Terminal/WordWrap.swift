/// Breaks text into lines of a width.
package enum WordWrap {
  /// The lines of a text: broken at blanks, at line breaks of the text itself, and inside a word only when the word is
  /// longer than a line. Never empty.
  package static func lines(_ text: some StringProtocol, columns: Int) -> [String] {
    let columns = max(1, columns)
    var result: [String] = []
    for paragraph in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      result += wrapped(ShownText.characters(of: paragraph), columns: columns)
    }
    while result.count > 1, result.last == "" { result.removeLast() }
    return result
  }

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
