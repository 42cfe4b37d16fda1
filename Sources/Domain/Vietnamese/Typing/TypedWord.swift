/// One word while it is typed: keys go in, the text of the whole word comes out.
///
/// 1. The text depends on the keys typed for this word, their order, and nothing else.
/// 2. A key that cannot act is a letter. A key that repeats its own last action undoes it, and the word then takes
///    letters only, until the next word.
/// 3. Case follows the letter that is changed, not the key that changes it.
/// 4. Deleting removes one letter that is seen, with all keys that made it; the tone stays unless its carrier goes.
package struct TypedWord: Sendable, Equatable {
  /// The method.
  package let method: TypingMethod
  /// Where the tone of open oa, oe, uy stands.
  package let style: ToneStyle
  private let seed: [TypedLetter]
  private let seedTone: Tone
  private var typed: [(number: Int, key: Unicode.Scalar)] = []
  /// The letters that are seen.
  var letters: [TypedLetter]
  /// The one tone of the word.
  var tone: Tone
  /// The keys that made the tone, by their number.
  var toneKeys: [Int] = []
  /// Whether an undo made the rest of the word plain.
  var isLiteral = false

  /// Begins a word, or goes on with one that stands there already.
  package init(method: TypingMethod, style: ToneStyle, resuming text: String = "") {
    self.method = method
    self.style = style
    var seed: [TypedLetter] = []
    var tone = Tone.level
    for scalar in text.composed.unicodeScalars {
      let letter = VietnameseLetter(scalar)
      if let found = letter?.tone, found != .level { tone = found }
      seed.append(
        TypedLetter(
          letter: letter?.withoutTone ?? VietnameseLetter(base: scalar), literal: letter == nil ? scalar : nil, keys: []
        ))
    }
    self.seed = seed
    seedTone = tone
    letters = seed
    self.tone = tone
  }

  /// Whether nothing is there.
  package var isEmpty: Bool { letters.isEmpty }

  /// The keys as they were typed, for whoever wants them back untouched.
  package var keys: String {
    var text = String.UnicodeScalarView(seed.map { $0.literal ?? $0.letter.scalar ?? $0.base })
    text.append(contentsOf: typed.map(\.key))
    return String(text)
  }

  /// The word as it is seen.
  package var text: String {
    let carrier = placeOfTone
    var scalars = String.UnicodeScalarView()
    for (place, typed) in letters.enumerated() {
      var letter = typed.letter
      if place == carrier { letter.tone = tone }
      scalars.append(typed.literal ?? letter.scalar ?? letter.base)
    }
    return String(scalars)
  }

  /// Takes one key.
  /// - Returns: False when the key ends the word; it is then not part of it.
  package mutating func type(_ key: Unicode.Scalar) -> Bool {
    let number = (typed.last?.number ?? -1) + 1
    guard take(key, number: number) else { return false }
    typed.append((number, key))
    return true
  }

  /// Removes the last letter.
  /// - Returns: False when there was none.
  package mutating func deleteBackward() -> Bool {
    guard let last = letters.last else { return false }
    let shown = text
    let count = letters.count - 1
    var dropped = Set(last.keys)
    if placeOfTone == count { dropped.formUnion(toneKeys) }
    let keepsSeed = count >= seed.count
    let rest = typed.filter { !dropped.contains($0.number) }
    self = TypedWord(
      method: method, style: style, resuming: keepsSeed ? seedText : String(shown.unicodeScalars.dropLast()))
    guard keepsSeed else { return true }
    for (number, key) in rest where take(key, number: number) { typed.append((number, key)) }
    // Keys that lose what they acted on would come back as letters: what is seen counts then.
    if letters.count != count {
      self = TypedWord(method: method, style: style, resuming: String(shown.unicodeScalars.dropLast()))
    }
    return true
  }

  /// The place of the letter that carries the tone. Letters that make no syllable any more leave it where it was.
  private var placeOfTone: Int? {
    guard tone != .level else { return nil }
    for count in (1...max(1, letters.count)).reversed() {
      let syllable = Syllable(Array(letters.prefix(count)))
      if syllable.isPossible { return syllable.carrier(style: style) }
    }
    return Syllable(letters).carrier(style: style)
  }

  private var seedText: String {
    var word = self
    word.letters = seed
    word.tone = seedTone
    return word.text
  }

  private mutating func take(_ key: Unicode.Scalar, number: Int) -> Bool {
    let letter = VietnameseLetter(key)
    let action = method.action(of: letter?.base ?? key)
    if let action, letter == nil || letter?.shape == .plain && letter?.tone == .level, !isLiteral,
      perform(action, key: key, number: number)
    {
      return true
    }
    // A digit that cannot act stands between words, like any sign.
    guard let letter else { return false }
    if letter.tone != .level { tone = letter.tone }
    letters.append(TypedLetter(letter: letter.withoutTone, keys: [number]))
    completeAfterAppending()
    return true
  }

  /// Compares words by everything that typing on depends on.
  package static func == (left: TypedWord, right: TypedWord) -> Bool {
    left.method == right.method && left.style == right.style && left.letters == right.letters
      && left.tone == right.tone && left.toneKeys == right.toneKeys && left.isLiteral == right.isLiteral
      && left.typed.elementsEqual(right.typed) { $0 == $1 }
  }
}
