/// The number of a household's business licence of the years 2021–2025: province, district letter, 8, running number.
package struct HouseholdLicence: Sendable, Hashable {
  /// The number without spaces, as it is stored: "06C8001234".
  package let number: String

  /// Reads a number; spaces and small letters are taken.
  /// - Throws: ``TextProblem/licence``, which can be confirmed: older and newer papers look different.
  package init(reading text: String) throws(TextProblem) {
    let scalars = text.composed.uppercased().unicodeScalars.filter {
      !$0.properties.isWhitespace && $0 != "." && $0 != "-"
    }
    guard !scalars.isEmpty else { throw .empty }
    let characters = Array(scalars)
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    guard characters.count == 10, characters[..<2].allSatisfy(isDigit),
      ("A"..."Z").contains(characters[2]) || characters[2] == "Đ",
      characters[3] == "8", characters[4...].allSatisfy(isDigit)
    else { throw .licence }
    number = String(String.UnicodeScalarView(characters))
  }
}
