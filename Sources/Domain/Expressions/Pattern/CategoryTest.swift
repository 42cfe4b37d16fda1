/// A property of Unicode scalars that patterns ask for with `\p{…}`.
enum CategoryTest: Sendable {
  case letter, mark, number, punctuation, symbol, separator, other
  case general(Unicode.GeneralCategory)
  case alphabetic, uppercase, lowercase, whitespace, ideographic, latin

  /// The property of a name such as `L`, `Lu`, `Alpha` or `IsLatin`.
  static func set(named name: String) -> ScalarSet? {
    var key = name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "-" }
    for prefix in ["generalcategory=", "gc=", "script=", "sc=", "is"] where key.hasPrefix(prefix) {
      key.removeFirst(prefix.count)
      break
    }
    if let simple = simple[key] { return .category(simple) }
    if let posix = posix[key] { return posix }
    return generals[key].map { .category(.general($0)) }
  }

  func holds(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch self {
    case .alphabetic: return properties.isAlphabetic
    case .uppercase: return properties.isUppercase
    case .lowercase: return properties.isLowercase
    case .whitespace: return properties.isWhitespace
    case .ideographic: return properties.isIdeographic
    case .latin: return properties.isAlphabetic && Self.isLatin(scalar.value)
    case .general(let category): return properties.generalCategory == category
    case .letter, .mark, .number, .punctuation, .symbol, .separator, .other:
      return Self.group(properties.generalCategory).isSame(self)
    }
  }

  private func isSame(_ other: CategoryTest) -> Bool {
    switch (self, other) {
    case (.letter, .letter), (.mark, .mark), (.number, .number), (.punctuation, .punctuation), (.symbol, .symbol),
      (.separator, .separator), (.other, .other):
      true
    default: false
    }
  }

  private static func isLatin(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2B8, 0x1D00...0x1D25, 0x1E00...0x1EFF,
      0x2C60...0x2C7F, 0xA722...0xA787, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      true
    default: false
    }
  }

  private static func group(_ category: Unicode.GeneralCategory) -> CategoryTest {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    case .decimalNumber, .letterNumber, .otherNumber: .number
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: .symbol
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: .separator
    default: .other
    }
  }

  private static let simple: [String: CategoryTest] = [
    "l": .letter, "letter": .letter, "m": .mark, "mark": .mark, "n": .number, "number": .number, "p": .punctuation,
    "punctuation": .punctuation, "s": .symbol, "symbol": .symbol, "z": .separator, "separator": .separator,
    "c": .other, "other": .other, "alphabetic": .alphabetic, "uppercase": .uppercase, "lowercase": .lowercase,
    "whitespace": .whitespace, "ideographic": .ideographic, "latin": .latin, "latn": .latin,
  ]

  private static let posix: [String: ScalarSet] = [
    "alpha": .union([.range("a", "z"), .range("A", "Z")]),
    "digit": .range("0", "9"),
    "alnum": .union([.range("a", "z"), .range("A", "Z"), .range("0", "9")]),
    "upper": .range("A", "Z"),
    "lower": .range("a", "z"),
    "punct": .union([.range("!", "/"), .range(":", "@"), .range("[", "`"), .range("{", "~")]),
    "graph": .range("!", "~"),
    "print": .range(" ", "~"),
    "blank": .union([.range(" ", " "), .range("\t", "\t")]),
    "cntrl": .union([.range("\u{0}", "\u{1F}"), .range("\u{7F}", "\u{7F}")]),
    "xdigit": .union([.range("0", "9"), .range("a", "f"), .range("A", "F")]),
    "space": ScalarSet.spaces,
    "ascii": .range("\u{0}", "\u{7F}"),
    "any": .any(withBreaks: true),
  ]

  private static let generals: [String: Unicode.GeneralCategory] = [
    "lu": .uppercaseLetter, "ll": .lowercaseLetter, "lt": .titlecaseLetter, "lm": .modifierLetter, "lo": .otherLetter,
    "mn": .nonspacingMark, "mc": .spacingMark, "me": .enclosingMark, "nd": .decimalNumber, "nl": .letterNumber,
    "no": .otherNumber, "pc": .connectorPunctuation, "pd": .dashPunctuation, "ps": .openPunctuation,
    "pe": .closePunctuation, "pi": .initialPunctuation, "pf": .finalPunctuation, "po": .otherPunctuation,
    "sm": .mathSymbol, "sc": .currencySymbol, "sk": .modifierSymbol, "so": .otherSymbol, "zs": .spaceSeparator,
    "zl": .lineSeparator, "zp": .paragraphSeparator, "cc": .control, "cf": .format, "co": .privateUse, "cs": .surrogate,
    "cn": .unassigned,
  ]
}
