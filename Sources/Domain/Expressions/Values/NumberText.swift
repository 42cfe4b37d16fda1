extension Number: CustomStringConvertible {
  /// Reads a number as `number(text)` does: spaces around it are skipped, a comma is a decimal point, and anything but
  /// digits, one point and a minus in front is not a number.
  package init(text: String) {
    var copy = text
    self = copy.withUTF8 { Number.parse($0) }
  }

  private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Number {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    var isNegative = false
    if start < end, bytes[start] == UInt8(ascii: "-") {
      isNegative = true
      start += 1
    }
    var mantissa: UInt128 = 0
    var small: UInt64 = 0
    var exponent: Int32 = 0
    var digits = 0
    var hasPoint = false
    for place in start..<end {
      let byte = bytes[place]
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        if small < 1_000_000_000_000_000_000 {
          small = small * 10 + UInt64(byte - 0x30)
          if hasPoint { exponent -= 1 }
          continue
        }
        if mantissa == 0 { mantissa = UInt128(small) }
        if mantissa < mantissaLimit {
          mantissa = mantissa * 10 + UInt128(byte - 0x30)
          if hasPoint { exponent -= 1 }
        } else if !hasPoint {
          exponent += 1
        }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        if hasPoint { return .nan }
        hasPoint = true
      } else {
        return .nan
      }
    }
    guard digits > 0 else { return .nan }
    return rounded(max(mantissa, UInt128(small)), exponent, isNegative)
  }

  /// The number in plain decimals, never with an exponent; `NaN`, `Infinity` and `-Infinity` by name.
  package var description: String {
    guard isExact else { return Self.text(of: storedDouble) }
    if exponent == 0 {
      return isNegative && mantissa != 0 ? "-\(Self.digits(mantissa))" : Self.digits(mantissa)
    }
    let short = strippingZeros()
    guard short.mantissa != 0 else { return "0" }
    return Self.plain(digits: Self.digits(short.mantissa), exponent: Int(short.exponent), isNegative: short.isNegative)
  }

  /// The part before the decimal point, with its sign: what a whole number keeps of any other; nil when there is none.
  package var wholeText: String? {
    if isExact, exponent == 0 { return description }
    let text = description
    guard let last = text.utf8.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") else { return nil }
    guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return text }
    return String(text[..<point])
  }

  private static func digits(_ mantissa: UInt128) -> String {
    guard mantissa < 1_000_000_000_000_000 else {
      return mantissa <= UInt128(UInt64.max) ? String(UInt64(truncatingIfNeeded: mantissa)) : String(mantissa)
    }
    // Up to fifteen digits a text needs no storage of its own.
    var rest = UInt64(truncatingIfNeeded: mantissa)
    var count = 1
    var limit: UInt64 = 10
    while rest >= limit {
      limit *= 10
      count += 1
    }
    return String(unsafeUninitializedCapacity: count) { bytes in
      for place in (0..<count).reversed() {
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      }
      return count
    }
  }

  private static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    // What arithmetic on doubles leaves around zero is not shown.
    if value.magnitude < 1e-12 { return "0" }
    let shown = value.magnitude.description
    let parts = shown.split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let halves = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var digits = String(halves[0])
    if halves.count > 1, halves[1] != "0" {
      digits += halves[1]
      exponent -= halves[1].count
    }
    return plain(digits: String(digits.drop { $0 == "0" }), exponent: exponent, isNegative: value < 0)
  }

  private static func plain(digits: String, exponent: Int, isNegative: Bool) -> String {
    let sign = isNegative ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let whole = digits.utf8.count + exponent
    if whole <= 0 { return "\(sign)0.\(String(repeating: "0", count: -whole))\(digits)" }
    return "\(sign)\(digits.prefix(whole)).\(digits.dropFirst(whole))"
  }

  /// The shortest decimal that reads back as the same number, for rounding by digits; nil when there is none.
  var decimal: Number? {
    guard !isExact else { return self }
    guard isFinite else { return nil }
    let value = storedDouble
    let parts = value.magnitude.description.split(separator: "e")
    let written = Number(text: String(parts[0])).strippingZeros()
    let shift = parts.count > 1 ? Int32(parts[1]) ?? 0 : 0
    return Number(exact: written.mantissa, exponent: written.exponent + shift, isNegative: value < 0)
  }
}
