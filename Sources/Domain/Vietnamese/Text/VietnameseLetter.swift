/// A Latin letter taken apart: base, shape, tone and case. Covers a–z and all 134 letters that Vietnamese adds.
package struct VietnameseLetter: Hashable, Sendable {
  /// Lower-case ASCII base letter.
  package var base: Unicode.Scalar
  /// Breve, circumflex, horn, stroke or nothing.
  package var shape: LetterShape
  /// The tone mark.
  package var tone: Tone
  /// Whether the letter is a capital.
  package var isUppercase: Bool

  /// Joins the parts.
  package init(base: Unicode.Scalar, shape: LetterShape = .plain, tone: Tone = .level, isUppercase: Bool = false) {
    self.base = base
    self.shape = shape
    self.tone = tone
    self.isUppercase = isUppercase
  }

  /// Takes a composed letter apart; nil for anything that is no letter of the alphabet (f, j, w, z count as letters).
  package init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z": self.init(base: scalar)
    case "A"..."Z": self.init(base: Unicode.Scalar(UInt8(scalar.value) | 0x20), isUppercase: true)
    default:
      guard let letter = Self.table.letter(scalar) else { return nil }
      self = letter
    }
  }

  /// The composed letter; nil when the parts make none, such as a stroke on a.
  package var scalar: Unicode.Scalar? {
    if shape == .plain && tone == .level {
      return isUppercase ? Unicode.Scalar(UInt8(truncatingIfNeeded: base.value) & ~0x20) : base
    }
    return Self.composed[self]
  }

  /// The same letter without tone.
  package var withoutTone: VietnameseLetter {
    var letter = self
    letter.tone = .level
    return letter
  }

  /// Whether it is one of a, e, i, o, u, y with any marks.
  package var isVowel: Bool {
    switch base {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  /// Each vowel with its six tones in the order of ``Tone``, lower case then upper case.
  private static let rows: [(base: Unicode.Scalar, shape: LetterShape, lower: String, upper: String)] = [
    ("a", .plain, "aàảãáạ", "AÀẢÃÁẠ"), ("a", .breve, "ăằẳẵắặ", "ĂẰẲẴẮẶ"), ("a", .circumflex, "âầẩẫấậ", "ÂẦẨẪẤẬ"),
    ("e", .plain, "eèẻẽéẹ", "EÈẺẼÉẸ"), ("e", .circumflex, "êềểễếệ", "ÊỀỂỄẾỆ"), ("i", .plain, "iìỉĩíị", "IÌỈĨÍỊ"),
    ("o", .plain, "oòỏõóọ", "OÒỎÕÓỌ"), ("o", .circumflex, "ôồổỗốộ", "ÔỒỔỖỐỘ"), ("o", .horn, "ơờởỡớợ", "ƠỜỞỠỚỢ"),
    ("u", .plain, "uùủũúụ", "UÙỦŨÚỤ"), ("u", .horn, "ưừửữứự", "ƯỪỬỮỨỰ"), ("y", .plain, "yỳỷỹýỵ", "YỲỶỸÝỴ"),
    ("d", .stroke, "đ", "Đ"),
  ]

  /// The composed letters by code: all of them lie in two short blocks.
  private struct Table {
    private var low = [VietnameseLetter?](repeating: nil, count: 0x1B1 - 0xC0)
    private var high = [VietnameseLetter?](repeating: nil, count: 0x1EFA - 0x1EA0)
    private(set) var all: [(scalar: Unicode.Scalar, letter: VietnameseLetter)] = []

    init() {
      for row in rows {
        for (text, isUppercase) in [(row.lower, false), (row.upper, true)] {
          for (scalar, tone) in zip(text.unicodeScalars, Tone.allCases) {
            add(scalar, VietnameseLetter(base: row.base, shape: row.shape, tone: tone, isUppercase: isUppercase))
          }
        }
      }
    }

    private mutating func add(_ scalar: Unicode.Scalar, _ letter: VietnameseLetter) {
      switch scalar.value {
      case 0xC0..<0x1B1: low[Int(scalar.value) - 0xC0] = letter
      case 0x1EA0..<0x1EFA: high[Int(scalar.value) - 0x1EA0] = letter
      // The plain vowels, which need no table.
      default: return
      }
      all.append((scalar, letter))
    }

    func letter(_ scalar: Unicode.Scalar) -> VietnameseLetter? {
      switch scalar.value {
      case 0xC0..<0x1B1: low[Int(scalar.value) - 0xC0]
      case 0x1EA0..<0x1EFA: high[Int(scalar.value) - 0x1EA0]
      default: nil
      }
    }
  }

  private static let table = Table()

  private static let composed: [VietnameseLetter: Unicode.Scalar] = {
    var composed: [VietnameseLetter: Unicode.Scalar] = [:]
    for (scalar, letter) in table.all { composed[letter] = scalar }
    return composed
  }()
}
