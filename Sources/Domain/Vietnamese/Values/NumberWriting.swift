extension ExactDecimal {
  /// The number as it is written in Viet Nam: "1.234.567,89".
  package var vietnamese: String {
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let whole = parts[0].drop { $0 == "-" }
    var grouped = ""
    for (place, digit) in whole.enumerated() {
      if place > 0 && (whole.count - place) % 3 == 0 { grouped.append(".") }
      grouped.append(digit)
    }
    let fraction = parts.count > 1 ? "," + parts[1] : ""
    return (isNegative ? "-" : "") + grouped + fraction
  }
}

extension MoneyAmount {
  /// An amount of whole đồng in the greatest unit that needs at most three decimals: 1.290.000.000 → "1,29 tỷ đồng".
  package static func short(dong amount: Int) -> String {
    let value = ExactDecimal(amount)
    for unit in [MoneyUnit.billion, .million] where amount.magnitude >= power(unit.exponent) {
      if let scaled = value.shifted(by: -unit.exponent), scaled.scale <= 3 {
        return scaled.vietnamese + " " + unit.symbol
      }
    }
    return value.vietnamese + " " + MoneyUnit.dong.symbol
  }

  private static func power(_ exponent: Int) -> UInt {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}
