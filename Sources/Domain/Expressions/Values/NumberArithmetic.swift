extension Number {
  /// The sum, exact to 34 digits.
  package static func + (left: Number, right: Number) -> Number {
    guard left.isExact, right.isExact else { return Number(left.double + right.double) }
    if left.exponent == right.exponent { return combine(left, right) }
    return left.exponent > right.exponent ? addScaled(left, right) : addScaled(right, left)
  }

  /// The difference, exact to 34 digits.
  package static func - (left: Number, right: Number) -> Number {
    left + -right
  }

  /// The number with the other sign.
  package static prefix func - (value: Number) -> Number {
    guard value.isExact else { return Number(-value.double) }
    return Number(exact: value.mantissa, exponent: value.exponent, isNegative: !value.isNegative)
  }

  /// The product, exact to 34 digits.
  package static func * (left: Number, right: Number) -> Number {
    guard left.isExact, right.isExact else { return Number(left.double * right.double) }
    let isNegative = left.isNegative != right.isNegative
    let exponent = left.exponent + right.exponent
    let (high, low) = left.mantissa.multipliedFullWidth(by: right.mantissa)
    if high == 0 { return rounded(low, exponent, isNegative) }
    let digits = digitCount(left.mantissa) + digitCount(right.mantissa)
    var dropped = digits - 1 - digitLimit
    var (quotient, rest) = powers[dropped].dividingFullWidth((high, low))
    if quotient >= mantissaLimit {
      dropped += 1
      (quotient, rest) = powers[dropped].dividingFullWidth((high, low))
    }
    if roundsUp(quotient, rest, powers[dropped]) { quotient += 1 }
    return rounded(quotient, exponent + Int32(dropped), isNegative)
  }

  /// The quotient: exact when the decimal ends within 34 digits, otherwise a double.
  package static func / (left: Number, right: Number) -> Number {
    guard left.isExact, right.isExact, right.mantissa != 0, left.mantissa != 0 else {
      return Number(left.double / right.double)
    }
    let common = greatestCommonDivisor(left.mantissa, right.mantissa)
    let dividend = left.mantissa / common
    var divisor = right.mantissa / common
    var twos = 0
    var fives = 0
    while divisor & 1 == 0 {
      divisor >>= 1
      twos += 1
    }
    while divisor != 1 {
      let (quotient, rest) = divisor.quotientAndRemainder(dividingBy: 5)
      guard rest == 0 else { return Number(left.double / right.double) }
      divisor = quotient
      fives += 1
    }
    let shift = max(twos, fives)
    var factor: UInt128 = 1
    for _ in 0..<(shift - twos) {
      factor <<= 1
      if factor > mantissaLimit { return Number(left.double / right.double) }
    }
    for _ in 0..<(shift - fives) {
      factor *= 5
      if factor > mantissaLimit { return Number(left.double / right.double) }
    }
    let (product, overflow) = dividend.multipliedReportingOverflow(by: factor)
    guard !overflow, product < mantissaLimit else { return Number(left.double / right.double) }
    let exponent = left.exponent - right.exponent - Int32(shift)
    return rounded(product, exponent, left.isNegative != right.isNegative)
  }

  /// The rest of a division, with the sign of the dividend.
  package static func % (left: Number, right: Number) -> Number {
    guard left.isExact, right.isExact, right.mantissa != 0 else {
      return Number(left.double.truncatingRemainder(dividingBy: right.double))
    }
    let exponent = min(left.exponent, right.exponent)
    guard let dividend = left.scaled(to: exponent), let divisor = right.scaled(to: exponent) else {
      return Number(left.double.truncatingRemainder(dividingBy: right.double))
    }
    return Number(exact: dividend % divisor, exponent: exponent, isNegative: left.isNegative)
  }

  /// Whether two numbers are equal, with the tolerance of 10^-12 that the language has.
  package func equals(_ other: Number) -> Bool {
    if isExact, other.isExact, exponent == other.exponent {
      if mantissa == other.mantissa, isNegative == other.isNegative { return true }
      if exponent >= 0 { return mantissa == 0 && other.mantissa == 0 }
    }
    guard isFinite, other.isFinite else { return double == other.double }
    let difference = self - other
    return difference.double.magnitude < 1e-12
  }

  /// Whether this is less; false when either is not a number.
  package func isLess(than other: Number) -> Bool {
    guard isExact, other.isExact else { return double < other.double }
    if exponent == other.exponent {
      if isNegative == other.isNegative {
        return isNegative ? mantissa > other.mantissa : mantissa < other.mantissa
      }
      return isNegative && (mantissa != 0 || other.mantissa != 0)
    }
    return (self - other).isBelowZero
  }

  /// Zero and what is nearer to zero than 10^-12 is false, not-a-number too.
  package var truth: Bool {
    if isExact, exponent >= -11 { return mantissa != 0 }
    return double.magnitude > 1e-12
  }

  /// Adds numbers of one exponent.
  private static func combine(_ left: Number, _ right: Number) -> Number {
    if left.isNegative == right.isNegative {
      return rounded(left.mantissa + right.mantissa, left.exponent, left.isNegative)
    }
    if left.mantissa >= right.mantissa {
      let isNegative = left.isNegative && left.mantissa != right.mantissa
      return Number(exact: left.mantissa - right.mantissa, exponent: left.exponent, isNegative: isNegative)
    }
    return Number(exact: right.mantissa - left.mantissa, exponent: left.exponent, isNegative: right.isNegative)
  }

  /// Adds numbers when the first has the greater exponent.
  private static func addScaled(_ coarse: Number, _ fine: Number) -> Number {
    if coarse.mantissa == 0 { return fine.mantissa == 0 && fine.isNegative && !coarse.isNegative ? coarse : fine }
    if fine.mantissa == 0 { return coarse }
    if let scaled = coarse.scaled(to: fine.exponent), scaled < powers[37] {
      return combine(Number(exact: scaled, exponent: fine.exponent, isNegative: coarse.isNegative), fine)
    }
    // The digits are too far apart: bring the coarse one to 37 digits and drop what lies below.
    let short = coarse.strippingZeros()
    let room = Int32(37 - digitCount(short.mantissa))
    let exponent = max(short.exponent - room, min(fine.exponent, short.exponent))
    guard let high = short.scaled(to: exponent) else { return coarse }
    let dropped = Int(exponent - fine.exponent)
    var low: UInt128 = 0
    if dropped <= 0 {
      low = fine.mantissa
    } else if dropped <= 38 {
      let (quotient, rest) = fine.mantissa.quotientAndRemainder(dividingBy: powers[dropped])
      low = quotient + (roundsUp(quotient, rest, powers[dropped]) ? 1 : 0)
    }
    return combine(
      Number(exact: high, exponent: exponent, isNegative: coarse.isNegative),
      Number(exact: low, exponent: exponent, isNegative: fine.isNegative))
  }

  /// The mantissa for a smaller exponent, when it fits.
  func scaled(to target: Int32) -> UInt128? {
    let shift = Int(exponent - target)
    if shift == 0 || mantissa == 0 { return mantissa }
    guard shift > 0, shift <= 38 else { return nil }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Self.powers[shift])
    return overflow ? nil : product
  }

  /// Rounds a mantissa to 34 digits, half to even; far out of range it becomes a double.
  static func rounded(_ mantissa: UInt128, _ exponent: Int32, _ isNegative: Bool) -> Number {
    var number = Number(exact: mantissa, exponent: exponent, isNegative: isNegative)
    while number.mantissa >= mantissaLimit {
      let dropped = max(1, digitCount(number.mantissa) - digitLimit)
      let (quotient, rest) = number.mantissa.quotientAndRemainder(dividingBy: powers[dropped])
      number.mantissa = quotient + (roundsUp(quotient, rest, powers[dropped]) ? 1 : 0)
      number.exponent += Int32(dropped)
    }
    if number.exponent > 300 || number.exponent < -300 { return Number(number.double) }
    return number
  }

  private static func roundsUp(_ quotient: UInt128, _ rest: UInt128, _ divisor: UInt128) -> Bool {
    let half = divisor / 2
    return rest > half || (rest == half && quotient & 1 == 1)
  }

  private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
    var larger = left
    var smaller = right
    while smaller > UInt128(UInt64.max) || larger > UInt128(UInt64.max) {
      if smaller == 0 { return larger }
      (larger, smaller) = (smaller, larger % smaller)
    }
    var high = UInt64(truncatingIfNeeded: larger)
    var low = UInt64(truncatingIfNeeded: smaller)
    while low != 0 { (high, low) = (low, high % low) }
    return UInt128(high)
  }
}
