/// The parts of a syllable: consonants before, vowels, consonants after. Which syllables are possible is a fact of the
/// language; a key that would make an impossible one is taken as a plain letter.
struct Syllable {
  /// The places of the vowels.
  let nucleus: Range<Int>
  /// The consonants before them, in lower case.
  let onset: String
  /// The letters after them, in lower case.
  let coda: String
  private let letters: [TypedLetter]

  /// Takes a word apart.
  init(_ letters: [TypedLetter]) {
    self.letters = letters
    var start = letters.firstIndex(where: \.isVowel) ?? letters.count
    // In "qu" the u belongs to the consonant, in "gi" before another vowel the i does.
    if start == 1, letters.count > 1 {
      if letters[0].base == "q" && letters[1].isLetter("u", .plain) { start = 2 }
      if letters[0].base == "g" && letters[1].base == "i" && letters.count > 2 && letters[2].isVowel { start = 2 }
    }
    let end = letters[start...].firstIndex { !$0.isVowel } ?? letters.count
    nucleus = start..<end
    onset = Self.spelling(letters[..<start])
    coda = Self.spelling(letters[end...])
  }

  /// Whether the word is a syllable, or can become one by more marks and, while no consonant follows, more vowels.
  var isPossible: Bool {
    guard !nucleus.isEmpty, Self.onsets.contains(onset), Self.codas.contains(coda) else { return false }
    return Self.nuclei.contains { fits($0) }
  }

  /// Whether the consonants behind admit only the tones sắc and nặng.
  var isChecked: Bool { ["c", "ch", "p", "t", "k"].contains(coda) }

  /// Whether the word ends with its vowels.
  var isOpen: Bool { coda.isEmpty }

  /// The place of an "uo", whatever its marks.
  var placeOfUO: Int? {
    nucleus.dropLast().first { letters[$0].base == "u" && letters[$0 + 1].base == "o" }
  }

  /// Whether the vowels are "ua" and nothing follows.
  var isOpenUA: Bool {
    nucleus.count == 2 && isOpen && letters[nucleus.lowerBound].base == "u"
      && letters[nucleus.lowerBound + 1].base == "a"
  }

  private func fits(_ vowels: Vowels) -> Bool {
    guard isOpen ? nucleus.count <= vowels.letters.count : nucleus.count == vowels.letters.count else { return false }
    for (typed, wanted) in zip(letters[nucleus], vowels.letters) {
      guard typed.base == wanted.base, typed.shape == .plain || typed.shape == wanted.shape else { return false }
    }
    switch coda {
    case "": return true
    case "ch", "nh": return vowels.takesPalatal
    default: return vowels.takesCoda
    }
  }

  private static func spelling(_ letters: ArraySlice<TypedLetter>) -> String {
    var text = String.UnicodeScalarView()
    for letter in letters { text.append(letter.isLetter("d", .stroke) ? "đ" : letter.base) }
    return String(text)
  }

  /// Vowels that stand together, and what may follow.
  private struct Vowels {
    let letters: [VietnameseLetter]
    let takesCoda: Bool
    let takesPalatal: Bool
  }

  private static let onsets: Set<String> = [
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu",
    "r", "s", "t", "th", "tr", "v", "x",
    // Names of the highlands: Krông, Đrăng, Pleiku, Hrê.
    "bl", "br", "chr", "dr", "đr", "gl", "gr", "hl", "hr", "kl", "kr", "ml", "mr", "pl", "pr", "sr", "tl",
  ]

  private static let codas: Set<String> = ["", "c", "ch", "k", "m", "n", "ng", "nh", "p", "t"]

  private static let nuclei: [Vowels] = {
    let open =
      "ai ao au ay âu ây eo êu ia iu oi ôi ơi ua ui uơ ưa ưi ưu iêu oai oay oeo uao uay uây uêu uôi uya uyu"
      + " ươi ươu yêu"
    let closed = "ă â e o ô ơ u ư iê oă oe oo uâ uă uô uyê ươ yê"
    let palatal = "a ê i y oa uê uy"
    func vowels(_ text: String, coda: Bool, palatal: Bool) -> [Vowels] {
      text.split(separator: " ").map {
        Vowels(letters: $0.unicodeScalars.compactMap(VietnameseLetter.init), takesCoda: coda, takesPalatal: palatal)
      }
    }
    return vowels(open, coda: false, palatal: false) + vowels(closed, coda: true, palatal: false)
      + vowels(palatal, coda: true, palatal: true)
  }()
}

extension Syllable {
  /// The place of the letter that carries the tone.
  func carrier(style: ToneStyle) -> Int? {
    guard let first = nucleus.first else { return nil }
    if let marked = nucleus.last(where: { letters[$0].shape != .plain }) { return marked }
    switch nucleus.count {
    case 1: return first
    case 2 where isOpen:
      let pair = [letters[first].base, letters[first + 1].base]
      let isMovable = pair == ["o", "a"] || pair == ["o", "e"] || pair == ["u", "y"]
      return isMovable && style == .new ? first + 1 : first
    default: return first + 1
    }
  }
}
