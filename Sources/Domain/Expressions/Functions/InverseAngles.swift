/// The inverse functions of angles, by the approximations of Sun's library for doubles: to the last digit or nearly.
extension Elementary {
  private static let halfPiLow = 6.12323399573676603587e-17
  private static let halfPi = Double.pi / 2

  static func asin(_ x: Double) -> Double {
    let size = x.magnitude
    guard size <= 1 else { return .nan }
    if size < 0.5 { return x + x * ratio(x * x) }
    let square = (1 - size) / 2
    let root = square.squareRoot()
    let quotient = ratio(square)
    let angle: Double
    if size >= 0.975 {
      angle = halfPi - (2 * (root + root * quotient) - halfPiLow)
    } else {
      let high = truncated(root)
      let low = (square - high * high) / (root + high)
      angle = halfPi / 2 - ((2 * root * quotient - (halfPiLow - 2 * low)) - (halfPi / 2 - 2 * high))
    }
    return x < 0 ? -angle : angle
  }

  static func acos(_ x: Double) -> Double {
    guard x.magnitude <= 1 else { return .nan }
    if x == 1 { return 0 }
    if x.magnitude < 0.5 { return halfPi - (x - (halfPiLow - x * ratio(x * x))) }
    let square = (1 - x.magnitude) / 2
    let root = square.squareRoot()
    let quotient = ratio(square)
    if x < 0 { return Double.pi - 2 * (root + (quotient * root - halfPiLow)) }
    let high = truncated(root)
    return 2 * (high + (quotient * root + (square - high * high) / (root + high)))
  }

  static func atan(_ x: Double) -> Double {
    if x.isNaN || x == 0 { return x }
    let size = x.magnitude
    if size > 1e19 { return x < 0 ? -halfPi : halfPi }
    let (place, reduced): (Int, Double) =
      if size < 0.4375 { (-1, size) } else if size < 0.6875 {
        (0, (2 * size - 1) / (2 + size))
      } else if size < 1.1875 {
        (1, (size - 1) / (size + 1))
      } else if size < 2.4375 { (2, (size - 1.5) / (1 + 1.5 * size)) } else { (3, -1 / size) }
    let square = reduced * reduced
    var sum = 0.0
    for coefficient in series.reversed() { sum = sum * square + coefficient }
    sum *= square
    let angle = place < 0 ? reduced - reduced * sum : high[place] - ((reduced * sum - low[place]) - reduced)
    return x < 0 ? -angle : angle
  }

  private static let high = [
    4.63647609000806093515e-01, 7.85398163397448278999e-01, 9.82793723247329054082e-01, 1.57079632679489655800e+00,
  ]
  private static let low = [
    2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17,
  ]
  private static let series = [
    3.33333333333329318027e-01, -1.99999999998764832476e-01, 1.42857142725034663711e-01, -1.11111104054623557880e-01,
    9.09088713343650656196e-02, -7.69187620504482999495e-02, 6.66107313738753120669e-02, -5.83357013379057348645e-02,
    4.97687799461593236017e-02, -3.65315727442169155270e-02, 1.62858201153657823623e-02,
  ]
  private static let numerator = [
    1.66666666666666657415e-01, -3.25565818622400915405e-01, 2.01212532134862925881e-01, -4.00555345006794114027e-02,
    7.91534994289814532176e-04, 3.47933107596021167570e-05,
  ]
  private static let denominator = [
    1, -2.40339491173441421878, 2.02094576023350569471, -6.88283971605453293030e-01, 7.70381505559019352791e-02,
  ]

  private static func ratio(_ z: Double) -> Double {
    var above = 0.0
    for coefficient in numerator.reversed() { above = above * z + coefficient }
    var below = 0.0
    for coefficient in denominator.reversed() { below = below * z + coefficient }
    return above * z / below
  }

  /// The number with the lower half of its digits cleared.
  private static func truncated(_ x: Double) -> Double {
    Double(bitPattern: x.bitPattern & 0xFFFF_FFFF_0000_0000)
  }
}
