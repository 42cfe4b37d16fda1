/// One letter of a word while it is typed, with the keys that made it.
struct TypedLetter: Equatable {
  /// Base, shape and case; the tone belongs to the word.
  var letter: VietnameseLetter
  /// What is shown when this is no letter, such as a digit that undid a mark.
  var literal: Unicode.Scalar?
  /// The keys that made it, by their number: first its own, then those of its marks.
  var keys: [Int]

  /// The lower-case base letter; nothing that spells when this is no letter.
  var base: Unicode.Scalar { literal ?? letter.base }

  /// Breve, circumflex, horn, stroke or nothing.
  var shape: LetterShape {
    get { letter.shape }
    set { letter.shape = newValue }
  }

  /// Whether it can stand in the middle of a syllable.
  var isVowel: Bool { literal == nil && letter.isVowel }

  /// Whether it is this letter in this shape.
  func isLetter(_ base: Unicode.Scalar, _ shape: LetterShape) -> Bool {
    literal == nil && letter.base == base && letter.shape == shape
  }
}
