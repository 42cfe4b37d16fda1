/// Orders text as CLDR does for `vi`: first by letters (a ă â b c d đ e ê …, a space before letters), then by tones
/// (none, huyền, hỏi, ngã, sắc, nặng), then small before capital.
///
/// Made once for each text and compared often. No locale of the machine takes part.
package struct CollationKey: Comparable, Hashable, Sendable {
  private let weights: [UInt16]

  /// Makes the key of a text.
  package init(_ text: String) {
    var levels = Levels()
    for scalar in text.composed.unicodeScalars {
      if let letter = VietnameseLetter(scalar) {
        levels.put(Self.rank(letter), tone: letter.tone, isUppercase: letter.isUppercase)
      } else if let rank = Self.rank(scalar) {
        levels.put(rank)
      } else {
        Self.split(scalar, into: &levels)
      }
    }
    weights = levels.joined
  }

  /// The weights of the three levels while they are collected.
  private struct Levels {
    var letters: [UInt16] = []
    var marks: [UInt16] = []
    var cases: [UInt16] = []

    mutating func put(_ primary: UInt16, tone: Tone = .level, isUppercase: Bool = false) {
      letters.append(primary)
      marks.append(noMark)
      if tone != .level { marks.append(noMark + UInt16(tone.rawValue)) }
      cases.append(isUppercase ? 2 : 1)
    }

    /// Zero is below every weight, so a text comes before its continuations on each level.
    var joined: [UInt16] { letters + [0] + marks + [0] + cases }
  }

  /// Compares in dictionary order.
  package static func < (left: CollationKey, right: CollationKey) -> Bool {
    left.weights.lexicographicallyPrecedes(right.weights)
  }

  private static let noMark: UInt16 = 1
  private static let firstForeignMark: UInt16 = 16
  private static let firstDigit: UInt16 = 0x100
  private static let firstLetter: UInt16 = 0x200

  private static let markOrder: [Unicode.Scalar: UInt16] = [
    "\u{300}": 2, "\u{309}": 3, "\u{303}": 4, "\u{301}": 5, "\u{323}": 6,
  ]

  private static func rank(_ letter: VietnameseLetter) -> UInt16 {
    firstLetter + UInt16(letter.base.value - 0x60) * 8 + UInt16(letter.shape.rawValue)
  }

  /// Spaces, then punctuation and symbols in CLDR's root order, then digits.
  private static func rank(_ scalar: Unicode.Scalar) -> UInt16? {
    switch scalar {
    case "0"..."9": firstDigit + UInt16(scalar.value - 0x30)
    case _ where scalar.properties.isWhitespace: 1
    default: punctuation[scalar]
    }
  }

  private static let punctuation: [Unicode.Scalar: UInt16] = {
    let order = "_-–—,;:!?.…'‘’\"“”()[]{}§@*/\\&#%`´^¨°©®+±<=>|~$₫"
    var ranks: [Unicode.Scalar: UInt16] = [:]
    for (place, scalar) in order.unicodeScalars.enumerated() { ranks[scalar] = UInt16(2 + place) }
    return ranks
  }()

  /// A foreign accented letter sorts with its base letter, by marks; a foreign letter after all of ours, by code.
  private static func split(_ scalar: Unicode.Scalar, into levels: inout Levels) {
    for part in String(scalar).decomposedScalars {
      if let letter = VietnameseLetter(part) {
        levels.put(rank(letter), isUppercase: letter.isUppercase)
      } else if (0x300...0x36F).contains(part.value) {
        levels.marks.append(markOrder[part] ?? firstForeignMark + UInt16(part.value - 0x300))
      } else {
        levels.letters.append(contentsOf: [0x8000 | UInt16(part.value >> 12), UInt16(part.value & 0xFFF) + 1])
      }
    }
  }
}

extension Sequence {
  /// Sorted in dictionary order of a text; equal texts stay in their order.
  package func sortedInDictionaryOrder(by text: (Element) -> String) -> [Element] {
    map { (element: $0, key: CollationKey(text($0))) }.sorted { $0.key < $1.key }.map(\.element)
  }
}
