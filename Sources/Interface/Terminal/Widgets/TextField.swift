internal import Vietnamese

/// A text being typed, and the place of the cursor in it. One line unless it is said to take several.
package struct TextField: Equatable, Sendable {
  /// The characters typed so far.
  package private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  package private(set) var cursor: Int
  /// Whether line breaks may be typed (Alt-Enter) and pasted.
  package let takesLines: Bool
  /// How many characters the field takes.
  package let limit: Int

  /// A field that holds a text, with the cursor at its end.
  package init(_ text: String = "", takesLines: Bool = false, limit: Int = 32_768) {
    self.takesLines = takesLines
    self.limit = limit
    characters = Array(text)
    cursor = characters.count
  }

  /// The same with a dot in place of every character, for what is not to be read over a shoulder.
  package var masked: TextField {
    var dots = self
    dots.characters = Array(repeating: "•", count: characters.count)
    return dots
  }

  /// The text in NFC.
  package var text: String { String(characters) }

  /// Whether nothing has been typed.
  package var isEmpty: Bool { characters.isEmpty }

  /// Does what a key means for a text; false when it means nothing here.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): type(character)
    case .paste(let text): paste(text)
    case .alt("\n"):
      guard takesLines else { return false }
      insert(["\n"])
    case .backspace:
      guard cursor > 0 else { return !characters.isEmpty }
      cursor -= 1
      characters.remove(at: cursor)
    case .delete, .control("d"):
      guard cursor < characters.count else { return key == .delete }
      characters.remove(at: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = lineStart
    case .end: cursor = lineEnd
    case .control("u"): clear()
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  /// Empties the field.
  package mutating func clear() {
    characters = []
    cursor = 0
  }

  /// Moves the cursor, as far as there is text.
  package mutating func move(to place: Int) {
    cursor = min(max(0, place), characters.count)
  }

  private var lineStart: Int { (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1 }
  private var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }

  /// A combining mark joins the letter before the cursor, as input methods send it.
  private mutating func type(_ character: Character) {
    if let mark = character.unicodeScalars.first, CharacterWidth.isMark(mark) {
      guard cursor > 0 else { return }
      let joined = (String(characters[cursor - 1]) + String(character)).composed
      guard joined.count == 1, let whole = joined.first else { return }
      characters[cursor - 1] = whole
      return
    }
    insert([character])
  }

  private mutating func paste(_ text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let shown = lines.map { ShownText.characters(of: $0) }
    insert(Array(shown.joined(separator: takesLines ? ["\n"] : [" "])))
  }

  private mutating func insert(_ typed: [Character]) {
    let room = max(0, limit - characters.count)
    characters.insert(contentsOf: typed.prefix(room), at: cursor)
    cursor += min(room, typed.count)
  }

  private mutating func removeWord() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}
