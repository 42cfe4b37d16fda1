package import Vietnamese

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
  private var composing = Composing.none

  /// What stands before the cursor for the keys that come: whether they still act on it.
  private enum Composing: Equatable {
    /// The letters before the cursor can be gone on with.
    case none
    /// This word, which ends at the cursor, is being typed.
    case word(TypedWord)
    /// What stands there came whole, from a paste or an input method, and stays as it is.
    case foreign
  }

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
  ///
  /// - Parameter typing: how Vietnamese is typed here; nil leaves every letter as it comes.
  package mutating func handle(_ key: Key, typing: TypingMethod? = nil) -> Bool {
    if let typing {
      if case .character(let character) = key, compose(character, typing) { return true }
      if key == .backspace, uncompose(typing) { return true }
    }
    composing = .none
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
    case .wordLeft: cursor = wordStart
    case .wordRight: cursor = wordEnd
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
    composing = .none
    characters = []
    cursor = 0
  }

  /// Moves the cursor, as far as there is text.
  package mutating func move(to place: Int) {
    composing = .none
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
    composing = .foreign
    let lines = PastedText.plain(text).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let shown = lines.map { ShownText.characters(of: $0) }
    insert(Array(shown.joined(separator: takesLines ? ["\n"] : [" "])))
  }

  private mutating func insert(_ typed: [Character]) {
    let room = max(0, limit - characters.count)
    characters.insert(contentsOf: typed.prefix(room), at: cursor)
    cursor += min(room, typed.count)
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private var wordEnd: Int {
    var end = cursor
    while end < characters.count, characters[end].isWhitespace { end += 1 }
    while end < characters.count, !characters[end].isWhitespace { end += 1 }
    return end
  }

  private mutating func removeWord() {
    let start = wordStart
    characters.removeSubrange(start..<cursor)
    cursor = start
  }
}

extension TextField {
  /// Lets a key act on the word before the cursor; false when it is a character like others.
  private mutating func compose(_ character: Character, _ method: TypingMethod) -> Bool {
    guard character.unicodeScalars.count == 1, let key = character.unicodeScalars.first else { return false }
    let isLetter = VietnameseLetter(key) != nil
    if composing == .foreign || isLetter && !key.isASCII {
      // Whatever was typed elsewhere passes, and so do the letters that complete its word.
      type(character)
      composing = isLetter || CharacterWidth.isMark(key) ? .foreign : .none
      return true
    }
    guard var word = word(method) else { return false }
    let count = word.text.count
    guard characters.count < limit, word.type(key) else { return false }
    replace(count, with: word)
    return true
  }

  /// Deletes backwards within the word before the cursor; false when there is none.
  private mutating func uncompose(_ method: TypingMethod) -> Bool {
    guard composing != .foreign, var word = word(method) else { return false }
    let count = word.text.count
    guard word.deleteBackward() else { return false }
    replace(count, with: word)
    return true
  }

  /// More letters than any syllable has: what is longer is no word whose marks could change.
  private static let longestWord = 32

  /// The word before the cursor; nil when its letters are no word that can be typed.
  private func word(_ method: TypingMethod) -> TypedWord? {
    if case .word(let word) = composing, word.method == method {
      return word.text.count < Self.longestWord ? word : nil
    }
    var start = cursor
    while start > 0, cursor - start <= Self.longestWord, let scalar = characters[start - 1].unicodeScalars.first,
      characters[start - 1].unicodeScalars.count == 1, VietnameseLetter(scalar) != nil
    {
      start -= 1
    }
    guard cursor - start < Self.longestWord else { return nil }
    let letters = String(characters[start..<cursor])
    let word = TypedWord(method: method, style: .old, resuming: letters)
    return word.text == letters ? word : nil
  }

  private mutating func replace(_ count: Int, with word: TypedWord) {
    let letters = Array(word.text)
    characters.replaceSubrange(cursor - count..<cursor, with: letters)
    cursor += letters.count - count
    composing = word.isEmpty ? .none : .word(word)
  }
}
