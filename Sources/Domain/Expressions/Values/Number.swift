/// A number of the expression language: an exact decimal of up to 34 digits, or an IEEE double where exactness ends.
package struct Number: Sendable {
  /// The digits of an exact number, or the bits of a double.
  var mantissa: UInt128
  /// The power of ten that the digits are multiplied by.
  var exponent: Int32
  var isNegative: Bool
  var isExact: Bool

  /// Digits beyond this many are rounded away.
  static let digitLimit = 34
  /// 10^34, the first mantissa that is too long.
  @inline(__always) static var mantissaLimit: UInt128 { UInt128(542_101_086_242_752) << 64 | 4_003_012_203_950_112_768 }

  init(exact mantissa: UInt128, exponent: Int32 = 0, isNegative: Bool = false) {
    self.mantissa = mantissa
    self.exponent = exponent
    self.isNegative = isNegative
    isExact = true
  }

  /// The whole number.
  package init(_ value: Int) {
    self.init(exact: UInt128(value.magnitude), isNegative: value < 0)
  }

  /// The double; whole numbers up to 2^53 become exact.
  package init(_ value: Double) {
    if value.magnitude < 9_007_199_254_740_992, value == value.rounded(.towardZero) {
      self.init(exact: UInt128(UInt64(value.magnitude)), isNegative: value.sign == .minus)
    } else {
      self.init(exact: UInt128(value.bitPattern))
      isExact = false
    }
  }

  /// Not a number: what an empty answer is in arithmetic.
  package static let nan = Number(Double.nan)
  /// Zero.
  package static let zero = Number(0)
  /// One.
  package static let one = Number(1)

  /// Whether this is not a number.
  package var isNaN: Bool { !isExact && storedDouble.isNaN }

  /// Whether this is neither infinite nor not-a-number.
  package var isFinite: Bool { isExact || storedDouble.isFinite }

  /// Whether this is less than zero.
  package var isBelowZero: Bool { isExact ? isNegative && mantissa != 0 : storedDouble < 0 }

  var isZero: Bool { isExact ? mantissa == 0 : storedDouble == 0 }

  var storedDouble: Double { Double(bitPattern: UInt64(truncatingIfNeeded: mantissa)) }

  /// The nearest double.
  package var double: Double {
    guard isExact else { return storedDouble }
    if mantissa < 9_007_199_254_740_992, exponent >= -22, exponent <= 22 {
      let digits = Double(UInt64(truncatingIfNeeded: mantissa))
      let scaled = exponent < 0 ? digits / Self.doublePowers[Int(-exponent)] : digits * Self.doublePowers[Int(exponent)]
      return isNegative ? -scaled : scaled
    }
    return Double("\(isNegative ? "-" : "")\(mantissa)e\(exponent)") ?? .nan
  }

  /// The whole number when this is one that fits.
  package var wholeNumber: Int? {
    guard isExact else { return nil }
    let reduced = strippingZeros()
    guard reduced.exponent >= 0, reduced.exponent < 20 else { return nil }
    let (product, overflow) = reduced.mantissa.multipliedReportingOverflow(by: Self.powers[Int(reduced.exponent)])
    guard !overflow, product <= UInt128(Int.max) else { return nil }
    return isNegative ? -Int(product) : Int(product)
  }

  /// The part before the decimal point as an integer, clamped to what fits; nil when there is none.
  var clampedInt: Int? {
    if exponent == 0, isExact, mantissa <= UInt128(Int.max) { return isNegative ? -Int(mantissa) : Int(mantissa) }
    guard isFinite else { return nil }
    let value = double.rounded(.towardZero)
    if value >= 9e18 { return Int.max }
    if value <= -9e18 { return Int.min + 1 }
    return Int(value)
  }

  /// The number without zeros at the end of its mantissa.
  func strippingZeros() -> Number {
    guard isExact, exponent != 0 || mantissa > 9 else { return self }
    guard mantissa != 0 else { return Number(exact: 0, isNegative: isNegative) }
    var reduced = self
    while reduced.mantissa > UInt128(UInt64.max) {
      let (quotient, rest) = reduced.mantissa.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { return reduced }
      reduced.mantissa = quotient
      reduced.exponent += 1
    }
    var small = UInt64(truncatingIfNeeded: reduced.mantissa)
    while small % 10 == 0 {
      small /= 10
      reduced.exponent += 1
    }
    reduced.mantissa = UInt128(small)
    return reduced
  }

  static let doublePowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// 10^0 to 10^38.
  static let powers: [UInt128] = {
    var power: UInt128 = 1
    var powers = [power]
    for _ in 0..<38 {
      power *= 10
      powers.append(power)
    }
    return powers
  }()

  static func digitCount(_ mantissa: UInt128) -> Int {
    var low = 0
    var high = 39
    while low < high {
      let middle = (low + high) / 2
      if middle < 39, powers[middle] <= mantissa { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
