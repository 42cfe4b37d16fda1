/// An amount of money as it was written, with its unit.
package struct MoneyAmount: Sendable, Equatable {
  /// The exact amount in đồng.
  package let dong: ExactDecimal
  /// The greatest unit that was written; nil when only a number stood there.
  package let unit: MoneyUnit?

  /// Reads "1,29 tỷ", "1 tỷ 290 triệu", "2 triệu rưỡi", "1.290.000.000 đ" or a number alone.
  /// - Parameter unit: The unit that a number alone is meant in.
  /// - Throws: ``TextProblem``.
  package init(reading text: String, unlessWritten unit: MoneyUnit = .dong) throws(TextProblem) {
    var rest = text.composed.unicodeScalars[...]
    var sum = ExactDecimal(0)
    var units: [MoneyUnit] = []
    rest = rest.drop { $0.properties.isWhitespace }
    guard !rest.isEmpty else { throw .empty }
    while !rest.isEmpty {
      let part = try Self.part(&rest, unlessWritten: units.isEmpty ? unit : nil)
      if let last = units.last, let next = part.unit, next >= last { throw .unitOrder }
      // Only the first number may stand without unit, and only the first may carry a sign.
      if !units.isEmpty && (part.unit == nil || part.value.isNegative || sum.isNegative) { throw .number }
      guard let next = sum.adding(part.value) else { throw .tooManyDigits }
      sum = next
      if let written = part.unit { units.append(written) }
    }
    dong = sum
    self.unit = units.first
  }

  /// The amount in whole đồng.
  /// - Throws: ``TextProblem/partOfDong`` when a fraction is left, ``TextProblem/tooManyDigits`` when it does not fit.
  package func wholeDong() throws(TextProblem) -> Int {
    guard dong.scale == 0 else { throw .partOfDong }
    guard let whole = dong.wholeValue else { throw .tooManyDigits }
    return whole
  }

  /// The amount counted in a unit: 1.290.000.000 đồng are 1.29 tỷ.
  package func value(in unit: MoneyUnit) -> ExactDecimal? { dong.shifted(by: -unit.exponent) }

  /// Takes one number with its unit from the front.
  private static func part(
    _ rest: inout Substring.UnicodeScalarView, unlessWritten unit: MoneyUnit?
  ) throws(TextProblem) -> (value: ExactDecimal, unit: MoneyUnit?) {
    let number = rest.prefix { !$0.properties.isAlphabetic && $0 != "₫" }
    rest = rest[number.endIndex...]
    let word = rest.prefix { !("0"..."9").contains($0) && $0 != "-" }
    rest = rest[word.endIndex...]
    guard number.contains(where: { !$0.properties.isWhitespace }) else { throw .number }
    let value = try NumberReading.number(String(number))
    var name = String(word).folded
    var isHalfMore = false
    for half in [" ruoi", "ruoi"] where name.hasSuffix(half) && !isHalfMore {
      name = String(name.dropLast(half.count))
      isHalfMore = true
    }
    if name.isEmpty && !isHalfMore {
      guard let amount = value.shifted(by: unit?.exponent ?? 0) else { throw .tooManyDigits }
      return (amount, nil)
    }
    guard let written = MoneyUnit(reading: name) else { throw .unit(String(word)) }
    let half = isHalfMore ? ExactDecimal(coefficient: 5, scale: 1) : ExactDecimal(0)
    guard let amount = value.adding(half)?.shifted(by: written.exponent) else { throw .tooManyDigits }
    return (amount, written)
  }
}
