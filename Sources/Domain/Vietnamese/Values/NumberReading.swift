/// Reads numbers as they are written in Viet Nam: dots set off thousands, a comma is the decimal sign.
///
/// `1.290` is 1290 and `1,290` is 1.29. What other countries write (`1,234.5`), and a dot that sets off no three
/// digits (`1.29`), could mean two things and is refused, never guessed.
package enum NumberReading {
  /// Reads one number without unit.
  /// - Throws: ``TextProblem`` telling what is wrong with the writing.
  package static func number(_ text: String) throws(TextProblem) -> ExactDecimal {
    var characters = text.unicodeScalars.filter { $0 != "\u{200E}" && $0 != "\u{200F}" }[...]
    characters = characters.drop { $0.properties.isWhitespace }
    while let last = characters.last, last.properties.isWhitespace { characters.removeLast() }
    guard let first = characters.first else { throw .empty }
    let isNegative = first == "-" || first == "−" || first == "–"
    if isNegative || first == "+" { characters.removeFirst() }
    let (whole, fraction) = try parts(of: characters)
    guard let value = ExactDecimal(digits: whole + fraction, scale: fraction.count, isNegative: isNegative) else {
      throw .tooManyDigits
    }
    return value
  }

  private static func parts(
    of scalars: Substring.UnicodeScalarView
  ) throws(TextProblem) -> (whole: [UInt8], fraction: [UInt8]) {
    let commas = scalars.filter { $0 == "," }.count
    if let comma = scalars.firstIndex(of: ","), scalars[comma...].contains(".") { throw .mixedSeparators }
    guard commas <= 1 else { throw .repeatedComma }
    let halves = scalars.split(separator: ",", omittingEmptySubsequences: false)
    guard let wholeText = halves.first else { throw .number }
    let whole = try wholeDigits(wholeText)
    guard halves.count == 2 else { return (whole, []) }
    let fraction = try digits(halves[1])
    guard !fraction.isEmpty else { throw .number }
    return (whole, fraction)
  }

  private static func wholeDigits(_ scalars: Substring.UnicodeScalarView) throws(TextProblem) -> [UInt8] {
    let groups = scalars.split(omittingEmptySubsequences: false) { $0 == "." || $0.isGroupSpace }
    var result: [UInt8] = []
    for (place, group) in groups.enumerated() {
      let part = try digits(group)
      if groups.count > 1 {
        let isWellFormed = place == 0 ? (1...3).contains(part.count) && part.first != 0 : part.count == 3
        guard isWellFormed else { throw .groupSize }
      }
      result += part
    }
    guard !result.isEmpty else { throw .number }
    return result
  }

  private static func digits(_ scalars: Substring.UnicodeScalarView) throws(TextProblem) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in scalars {
      guard ("0"..."9").contains(scalar) else { throw .character(String(scalar)) }
      result.append(UInt8(scalar.value - 0x30))
    }
    return result
  }
}

extension Unicode.Scalar {
  /// The spaces that type-setters put between thousands.
  fileprivate var isGroupSpace: Bool { self == " " || self == "\u{A0}" || self == "\u{202F}" || self == "\u{2009}" }
}
