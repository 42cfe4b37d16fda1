/// Elementary functions of doubles, to about the last digit.
enum Elementary {
  private static let ln2High = 0x1.62e42fee00000p-1
  private static let ln2Low = 0x1.a39ef35793c76p-33

  static func exp(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.79 { return .infinity }
    if x < -745.2 { return 0 }
    let power = (x / 0.6931471805599453).rounded()
    let rest = (x - power * ln2High) - power * ln2Low
    var sum = 0.0
    for index in stride(from: 18.0, through: 2, by: -1) { sum = rest / index * (1 + sum) }
    return scale(1 + (rest + rest * sum), by: Int(power))
  }

  static func log(_ x: Double) -> Double {
    if x.isNaN || x < 0 { return .nan }
    if x == 0 { return -.infinity }
    if x == .infinity { return x }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var sum = 0.0
    for index in stride(from: 27.0, through: 1, by: -2) { sum = sum * square + 1 / index }
    return exponent * ln2High + (2 * ratio * sum + exponent * ln2Low)
  }

  static func log10(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return log(x) }
    return snapped(log(x) / 2.302585092994046)
  }

  static func pow(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    if exponent == 0.5, base >= 0 { return base.squareRoot() }
    let isWhole = exponent == exponent.rounded(.towardZero)
    if isWhole, exponent.magnitude <= 1024 {
      var result = 1.0
      var factor = base
      var left = Int(exponent.magnitude)
      while left > 0 {
        if left & 1 == 1 { result *= factor }
        factor *= factor
        left >>= 1
      }
      return exponent < 0 ? 1 / result : result
    }
    if base == 0 { return exponent > 0 ? 0 : .infinity }
    if base < 0 {
      guard isWhole || exponent.isInfinite else { return .nan }
      let size = exp(exponent * log(-base))
      return exponent.truncatingRemainder(dividingBy: 2) == 0 ? size : -size
    }
    if base == 1 { return exponent.isInfinite ? .nan : 1 }
    return snapped(exp(exponent * log(base)))
  }

  static func sin(_ x: Double) -> Double {
    guard let angle = reduced(x) else { return .nan }
    switch angle.quarter {
    case 0: return sineSeries(angle)
    case 1: return cosineSeries(angle)
    case 2: return -sineSeries(angle)
    default: return -cosineSeries(angle)
    }
  }

  static func cos(_ x: Double) -> Double {
    guard let angle = reduced(x) else { return .nan }
    switch angle.quarter {
    case 0: return cosineSeries(angle)
    case 1: return -sineSeries(angle)
    case 2: return -cosineSeries(angle)
    default: return sineSeries(angle)
    }
  }

  static func atan2(_ y: Double, _ x: Double) -> Double {
    if x.isNaN || y.isNaN { return .nan }
    if x.isInfinite, y.isInfinite {
      let size = x > 0 ? Double.pi / 4 : 3 * Double.pi / 4
      return y > 0 ? size : -size
    }
    if x == 0 {
      if y == 0 { return x.sign == .plus ? y : (y.sign == .minus ? -Double.pi : Double.pi) }
      return y > 0 ? Double.pi / 2 : -Double.pi / 2
    }
    if x > 0 { return atan(y / x) }
    return atan(y / x) + (y.sign == .minus ? -Double.pi : Double.pi)
  }

  /// An angle without its quarter turns, in two parts, and how many were taken, modulo 4.
  private struct Angle {
    var rest: Double
    var tail: Double
    var quarter: Int
  }

  private static func reduced(_ x: Double) -> Angle? {
    guard x.isFinite else { return nil }
    let angle = x.magnitude > 1e9 ? x.remainder(dividingBy: 2 * Double.pi) : x
    let turns = (angle / (Double.pi / 2)).rounded()
    let coarse = angle - turns * 0x1.921fb54400000p0
    let fine = turns * 0x1.0b4611a600000p-34
    let middle = coarse - fine
    let finest = turns * 0x1.3198a2e037073p-69
    let rest = middle - finest
    let tail = ((coarse - middle) - fine) + ((middle - rest) - finest)
    let quarter = Int(turns) % 4
    return Angle(rest: rest, tail: tail, quarter: quarter < 0 ? quarter + 4 : quarter)
  }

  private static func sineSeries(_ angle: Angle) -> Double {
    let square = angle.rest * angle.rest
    var sum = 0.0
    for index in stride(from: 20.0, through: 2, by: -2) { sum = -square / (index * (index + 1)) * (1 + sum) }
    return angle.rest + (angle.rest * sum + angle.tail * (1 - square / 2))
  }

  private static func cosineSeries(_ angle: Angle) -> Double {
    let square = angle.rest * angle.rest
    var sum = 0.0
    for index in stride(from: 19.0, through: 3, by: -2) { sum = -square / (index * (index + 1)) * (1 + sum) }
    let half = square / 2
    let first = 1 - half
    return first + (((1 - first) - half) + (-half * sum - angle.rest * angle.tail))
  }

  private static func scale(_ value: Double, by power: Int) -> Double {
    if power < -1000 { return value * Double(sign: .plus, exponent: power + 100, significand: 1) * 0x1p-100 }
    if power > 1000 { return value * Double(sign: .plus, exponent: power - 100, significand: 1) * 0x1p100 }
    return value * Double(sign: .plus, exponent: power, significand: 1)
  }

  /// The nearest whole number when the value is that but for the last digits.
  private static func snapped(_ value: Double) -> Double {
    let whole = value.rounded()
    return (value - whole).magnitude <= whole.magnitude * 4e-15 ? whole : value
  }
}
