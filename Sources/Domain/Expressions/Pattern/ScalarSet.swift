/// A set of Unicode scalars as a pattern names it.
indirect enum ScalarSet: Sendable {
  case range(Unicode.Scalar, Unicode.Scalar)
  case category(CategoryTest)
  case union([ScalarSet])
  case intersection(ScalarSet, ScalarSet)
  case complement(ScalarSet)
  /// Every scalar; line breaks only when told so.
  case any(withBreaks: Bool)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .range(let first, let last): scalar >= first && scalar <= last
    case .category(let test): test.holds(scalar)
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .intersection(let first, let second): first.contains(scalar) && second.contains(scalar)
    case .complement(let set): !set.contains(scalar)
    case .any(let withBreaks): withBreaks || !Self.isBreak(scalar)
    }
  }

  func contains(_ scalar: Unicode.Scalar, ignoringCase: Bool) -> Bool {
    if contains(scalar) { return true }
    guard ignoringCase else { return false }
    let lower = Self.folded(scalar)
    return contains(lower) || contains(Self.raised(scalar)) || contains(Self.raised(lower))
  }

  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// The small letter of a scalar.
  static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    single(scalar.properties.lowercaseMapping) ?? scalar
  }

  private static func raised(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    single(scalar.properties.uppercaseMapping) ?? scalar
  }

  private static func single(_ text: String) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  static let digits = ScalarSet.range("0", "9")
  static let wordLetters = ScalarSet.union([.range("a", "z"), .range("A", "Z"), digits, .range("_", "_")])
  static let spaces = ScalarSet.union([.range("\t", "\r"), .range(" ", " ")])
  static let horizontalSpaces = ScalarSet.union([
    .range("\t", "\t"), .range(" ", " "), .range("\u{A0}", "\u{A0}"), .range("\u{2000}", "\u{200A}"),
    .range("\u{3000}", "\u{3000}"),
  ])
}
