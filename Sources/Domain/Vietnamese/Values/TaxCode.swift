/// Mã số thuế: 10 digits for an organisation, 13 for its branch, 12 (the citizen number) for a household or a person.
package struct TaxCode: Sendable, Hashable {
  /// Whose code it is.
  package enum Holder: Sendable, Equatable {
    /// An enterprise or co-operative: 10 digits.
    case organisation
    /// A branch or dependent unit: 10 + 3 digits.
    case branch
    /// A household or a person since 1 July 2025: 12 digits.
    case person
  }

  /// The digits alone, as they are stored.
  package let digits: String

  /// Reads a code; spaces, dots and dashes between the digits do not count.
  /// - Throws: ``TextProblem``; a wrong check digit can be confirmed, since papers carry typing errors.
  package init(reading text: String) throws(TextProblem) {
    let digits = try DigitString.read(text)
    guard [10, 12, 13].contains(digits.count) else {
      throw .digitCount(found: digits.count, allowed: [10, 12, 13])
    }
    if digits.count != 12 {
      guard digits[2..<9].contains(where: { $0 != 0 }) else { throw .taxNumber }
      let expected = Self.checkDigit(of: digits)
      guard expected == digits[9] else { throw .taxCheckDigit(expected: expected) }
    }
    if digits.count == 13, digits[10...].allSatisfy({ $0 == 0 }) { throw .taxBranch }
    self.digits = DigitString.text(digits)
  }

  /// Whose code it is.
  package var holder: Holder {
    switch digits.utf8.count {
    case 12: .person
    case 13: .branch
    default: .organisation
    }
  }

  /// As papers show it: "0314409058-002".
  package var display: String {
    holder == .branch ? "\(digits.prefix(10))-\(digits.suffix(3))" : digits
  }

  /// N10 = 10 − (31·N1 + 29·N2 + … + 3·N9) mod 11; a remainder of 0 leaves no digit, such a number is not issued.
  static func checkDigit(of digits: [Int]) -> Int? {
    let weights = [31, 29, 23, 19, 17, 13, 7, 5, 3]
    let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * $1.1 }
    let digit = 10 - sum % 11
    return digit == 10 ? nil : digit
  }
}
