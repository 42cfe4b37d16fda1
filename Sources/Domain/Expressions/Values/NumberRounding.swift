extension Number {
  /// Which way to round.
  enum Rounding {
    case towardZero, down, up
    /// To the nearest; a half goes up, so -2.5 becomes -2.
    case halfUp
  }

  /// The number with so many decimal places; negative places round before the decimal point.
  func rounded(places: Int, _ rounding: Rounding) -> Number {
    guard let number = decimal else { return self }
    let target = Int32(-places)
    guard number.exponent < target else { return number }
    let dropped = Int(target - number.exponent)
    var quotient: UInt128 = 0
    var rest = number.mantissa
    var isAboveHalf = false
    var isHalf = false
    if dropped <= 38 {
      (quotient, rest) = number.mantissa.quotientAndRemainder(dividingBy: Self.powers[dropped])
      isAboveHalf = rest > Self.powers[dropped] / 2
      isHalf = rest == Self.powers[dropped] / 2
    }
    let goesUp =
      switch rounding {
      case .towardZero: false
      case .down: number.isNegative && rest != 0
      case .up: !number.isNegative && rest != 0
      case .halfUp: isAboveHalf || (isHalf && !number.isNegative)
      }
    return Self.rounded(quotient + (goesUp ? 1 : 0), target, number.isNegative)
  }

  /// The power; exact for small whole exponents as long as the digits fit.
  func power(_ exponent: Number) -> Number {
    guard let times = exponent.wholeNumber, times >= 0, times <= 1000, isExact else {
      return Number(Elementary.pow(double, exponent.double))
    }
    var result = Number.one
    let base = strippingZeros()
    for _ in 0..<times {
      let (high, low) = result.mantissa.multipliedFullWidth(by: base.mantissa)
      guard high == 0, low < Self.mantissaLimit else { return Number(Elementary.pow(double, exponent.double)) }
      result = (result * base).strippingZeros()
      guard result.isExact else { return Number(Elementary.pow(double, exponent.double)) }
    }
    return result
  }
}
