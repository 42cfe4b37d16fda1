/// How values are written in a submission: the checks shared by several kinds.
enum WrittenForm {
  /// Digits beyond this are refused: arithmetic is exact to 34.
  static let longestNumber = 34

  /// A whole number: digits with or without a minus sign.
  static func isInteger(_ text: String) -> Bool {
    let digits = unsigned(text)
    return (1...longestNumber).contains(digits.count) && digits.allSatisfy(isDigit)
  }

  /// A number: digits with or without a minus sign, with or without one point.
  static func isDecimal(_ text: String) -> Bool {
    let parts = unsigned(text).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let count = parts.reduce(0) { $0 + $1.count }
    return parts.count <= 2 && (1...longestNumber).contains(count) && parts.allSatisfy { $0.allSatisfy(isDigit) }
  }

  /// A day of the calendar: 2026-11-20.
  static func isDate(_ text: String) -> Bool {
    let parts = Array(text.utf8).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
    else { return false }
    return year >= 1 && (1...12).contains(month) && day >= 1 && day <= days(in: month, of: year)
  }

  /// A time of day: 13:45, with or without seconds, their fraction and an offset.
  static func isTime(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    if bytes.last == UInt8(ascii: "Z") {
      bytes.removeLast()
    } else if let sign = bytes.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      guard isOffset(bytes[(sign + 1)...]) else { return false }
      bytes = bytes[..<sign]
    }
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, parts[0].count == 2, parts[1].count == 2,
      let hour = number(parts[0]), let minute = number(parts[1]), hour < 24, minute < 60
    else { return false }
    return parts.count == 2 || isSeconds(parts[2])
  }

  /// A day and a time with a T between.
  static func isDateTime(_ text: String) -> Bool {
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && isDate(String(parts[0])) && isTime(String(parts[1]))
  }

  /// Latitude and longitude, with or without altitude and accuracy.
  static func isPoint(_ text: Substring) -> Bool {
    let numbers = text.split(separator: " ")
    guard (2...4).contains(numbers.count), numbers.allSatisfy({ isDecimal(String($0)) }),
      let latitude = Double(numbers[0]), let longitude = Double(numbers[1])
    else { return false }
    return abs(latitude) <= 90 && abs(longitude) <= 180
  }

  /// The points of a line or area, each cut into its numbers; nothing when one of them is wrong.
  static func points(_ text: String) -> [[Substring]] {
    let points = text.split(separator: ";").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
    guard points.allSatisfy(isPoint) else { return [] }
    return points.map { $0.split(separator: " ") }
  }

  /// A name without folders.
  static func isFileName(_ text: String) -> Bool {
    text != "." && text != ".."
      && !text.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") || $0 < 32 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private static func unsigned(_ text: String) -> ArraySlice<UInt8> {
    let bytes = Array(text.utf8)
    return bytes.first == UInt8(ascii: "-") ? bytes[1...] : bytes[...]
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 9, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isOffset(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ $0.count == 2 }), let hours = number(parts[0]) else { return false }
    return hours <= 14 && (parts.count == 1 || (number(parts[1]) ?? 60) < 60)
  }

  private static func isSeconds(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts[0].count == 2, let seconds = number(parts[0]), seconds < 60 else { return false }
    return parts.count == 1 || (parts.count == 2 && number(parts[1]) != nil)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
