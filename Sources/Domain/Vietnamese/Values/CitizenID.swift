/// The number of an identity card: 12 digits `PPP G YY RRRRRR`, or the 9 digits of the old card.
package struct CitizenID: Sendable, Hashable {
  /// The sex that the number tells.
  package enum Sex: Sendable, Equatable {
    /// Nam.
    case male
    /// Nữ.
    case female
  }

  /// The digits alone, as they are stored.
  package let digits: String

  /// Reads a number.
  /// - Parameter year: The year of the visit; nobody is born after it.
  /// - Throws: ``TextProblem``; an unknown province can be confirmed, since it may be the code of a country.
  package init(reading text: String, in year: Int) throws(TextProblem) {
    let digits = try DigitString.read(text)
    guard digits.count == 12 || digits.count == 9 else {
      throw .digitCount(found: digits.count, allowed: [12, 9])
    }
    self.digits = DigitString.text(digits)
    guard digits.count == 12 else { return }
    let province = DigitString.text(digits[..<3])
    guard Self.provinces.contains(province) else { throw .birthProvince(province) }
    let birth = Self.birthYear(of: digits)
    guard birth <= year else { throw .birthYear(birth) }
  }

  /// Whether this is the old card, which tells nothing about its holder.
  package var isOldCard: Bool { digits.utf8.count == 9 }

  /// The code of the province of birth registration, among the 63 before July 2025.
  package var birthProvince: String? { isOldCard ? nil : String(digits.prefix(3)) }

  /// The year of birth.
  package var birthYear: Int? { isOldCard ? nil : Self.birthYear(of: digits.compactMap(\.wholeNumberValue)) }

  /// The sex.
  package var sex: Sex? {
    guard !isOldCard, let digit = digits.dropFirst(3).first?.wholeNumberValue else { return nil }
    return digit % 2 == 0 ? .male : .female
  }

  /// What lists and screens show: all but the last three digits hidden.
  package var masked: String {
    String(repeating: "•", count: digits.count - 3) + digits.suffix(3)
  }

  /// Digit G counts centuries from 1900 in pairs of male and female.
  private static func birthYear(of digits: [Int]) -> Int {
    1900 + digits[3] / 2 * 100 + digits[4] * 10 + digits[5]
  }

  private static let provinces: Set<String> = [
    "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024", "025",
    "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045", "046", "048",
    "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070", "072", "074", "075",
    "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096",
  ]
}
