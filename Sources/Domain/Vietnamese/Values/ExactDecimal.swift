/// A decimal number kept exactly: up to 34 digits, no binary rounding.
package struct ExactDecimal: Sendable, Hashable {
  /// All digits as one whole number.
  package let coefficient: Int128
  /// How many of the digits stand after the decimal sign; never negative.
  package let scale: Int

  /// Greatest count of digits.
  package static let digitLimit = 34

  /// Joins digits and scale; zeros at the end of the fraction are dropped, so equal numbers are equal values.
  package init(coefficient: Int128, scale: Int = 0) {
    var coefficient = coefficient
    var scale = scale
    while scale < 0 {
      coefficient *= 10
      scale += 1
    }
    while scale > 0 && coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// A whole number.
  package init(_ value: Int) { self.init(coefficient: Int128(value)) }

  /// Reads the plain form of answers: sign, digits, a dot, digits. No groups, no exponent.
  package init?(plain text: String) {
    var digits: [UInt8] = []
    var scale = 0
    var sawPoint = false
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte - UInt8(ascii: "0"))
        if sawPoint { scale += 1 }
      case UInt8(ascii: ".") where !sawPoint && !digits.isEmpty: sawPoint = true
      default: return nil
      }
    }
    guard !digits.isEmpty, !(sawPoint && scale == 0) else { return nil }
    self.init(digits: digits, scale: scale, isNegative: isNegative)
  }

  /// Joins single digits; nil when there are too many to keep.
  init?(digits: [UInt8], scale: Int, isNegative: Bool) {
    guard digits.drop(while: { $0 == 0 }).count <= Self.digitLimit, scale <= Self.digitLimit else { return nil }
    var coefficient: Int128 = 0
    for digit in digits { coefficient = coefficient * 10 + Int128(digit) }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale)
  }

  /// The plain form: "-1234567.89".
  package var plain: String {
    let digits = String(coefficient.magnitude)
    let sign = coefficient < 0 ? "-" : ""
    guard scale > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    return sign + padded.dropLast(scale) + "." + padded.suffix(scale)
  }

  /// The number when it is whole and fits.
  package var wholeValue: Int? { scale == 0 ? Int(exactly: coefficient) : nil }

  /// Whether the number is below zero.
  package var isNegative: Bool { coefficient < 0 }

  /// The same number with the decimal sign moved: positive places multiply by powers of ten. Nil when it does not fit.
  package func shifted(by places: Int) -> ExactDecimal? {
    guard places > scale else { return ExactDecimal(coefficient: coefficient, scale: scale - places) }
    let digits = String(coefficient.magnitude).count
    guard digits + places - scale <= Self.digitLimit else { return nil }
    return ExactDecimal(coefficient: coefficient, scale: scale - places)
  }

  /// The exact sum; nil when it has too many digits.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let common = max(scale, other.scale)
    guard let left = aligned(to: common), let right = other.aligned(to: common) else { return nil }
    return ExactDecimal(coefficient: left + right, scale: common).checked
  }

  /// The exact product; nil when it has too many digits.
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard !overflow, scale + other.scale <= Self.digitLimit else { return nil }
    return ExactDecimal(coefficient: product, scale: scale + other.scale).checked
  }

  private var checked: ExactDecimal? {
    String(coefficient.magnitude).count <= Self.digitLimit && scale <= Self.digitLimit ? self : nil
  }

  private func aligned(to scale: Int) -> Int128? {
    var coefficient = coefficient
    for _ in self.scale..<scale {
      let (next, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      coefficient = next
    }
    return coefficient
  }
}

extension ExactDecimal: Comparable {
  /// Compares by value.
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    let common = max(left.scale, right.scale)
    switch (left.aligned(to: common), right.aligned(to: common)) {
    case (let first?, let second?): return first < second
    // Only the number with the longer whole part overflows; its sign then decides.
    case (nil, _): return left.isNegative
    case (_, nil): return !right.isNegative
    }
  }
}
