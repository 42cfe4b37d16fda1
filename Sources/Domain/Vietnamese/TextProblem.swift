/// Why a text is not the number, date, code or measure that it should be. Words are found elsewhere.
package enum TextProblem: Error, Sendable, Equatable {
  /// Nothing was typed.
  case empty
  /// A character that does not belong here.
  case character(String)
  /// A wrong count of digits.
  case digitCount(found: Int, allowed: [Int])

  /// The text is no number.
  case number
  /// Comma before dot, as in 1,234.5: the groups are written in the foreign way.
  case mixedSeparators
  /// A dot that does not set off three digits, as in 1.29 or 0.500: a comma is the decimal sign.
  case groupSize
  /// More than one decimal comma, as in 1,234,567.
  case repeatedComma
  /// A unit that is not known.
  case unit(String)
  /// The parts of an amount do not go from great to small, as in "5 triệu 1 tỷ".
  case unitOrder
  /// More digits than can be kept exactly.
  case tooManyDigits
  /// An amount that is not a whole number of đồng.
  case partOfDong

  /// The text is no date.
  case date
  /// A month that does not exist.
  case month(Int)
  /// A day that the month does not have, as in 31/02.
  case day(Int, month: Int, year: Int)
  /// A year outside 1900…2199.
  case year(Int)

  /// The tenth digit of a tax code does not fit the first nine; nil when no digit could.
  case taxCheckDigit(expected: Int?)
  /// A tax code of zeros only in the running number.
  case taxNumber
  /// Branch 000 does not exist.
  case taxBranch

  /// A citizen number begins with a code that no province had.
  case birthProvince(String)
  /// A citizen number says that the person is not born yet.
  case birthYear(Int)

  /// A number that no telephone in Viet Nam has.
  case telephone
  /// A licence number not of the form 06C8001234.
  case licence

  /// The stable code.
  package var code: String {
    switch self {
    case .empty: "empty"
    case .character: "character"
    case .digitCount: "digit-count"
    case .number: "number"
    case .mixedSeparators: "mixed-separators"
    case .groupSize: "group-size"
    case .repeatedComma: "repeated-comma"
    case .unit: "unit"
    case .unitOrder: "unit-order"
    case .tooManyDigits: "too-many-digits"
    case .partOfDong: "part-of-dong"
    case .date: "date"
    case .month: "month"
    case .day: "day"
    case .year: "year"
    case .taxCheckDigit: "tax-check-digit"
    case .taxNumber: "tax-number"
    case .taxBranch: "tax-branch"
    case .birthProvince: "birth-province"
    case .birthYear: "birth-year"
    case .telephone: "telephone"
    case .licence: "licence"
    }
  }

  /// Whether a paper may really say so, and the enumerator can confirm what stands there.
  package var isConfirmable: Bool {
    switch self {
    case .taxCheckDigit(let expected): expected != nil
    case .birthProvince, .telephone, .licence: true
    default: false
    }
  }
}
