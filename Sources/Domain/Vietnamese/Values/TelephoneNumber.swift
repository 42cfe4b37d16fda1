/// A telephone number of Viet Nam, normalised to a leading 0.
package struct TelephoneNumber: Sendable, Hashable {
  /// Which net it belongs to.
  package enum Net: Sendable, Equatable {
    /// 10 digits, 03 05 07 08 09.
    case mobile
    /// 11 digits, area code 02….
    case landline
  }

  /// The digits, as they are stored.
  package let digits: String
  /// Which net it belongs to.
  package let net: Net

  /// Reads "0912 345 678", "+84 912345678", "0084…", "84…", "0208 3 855 123".
  /// - Throws: ``TextProblem``.
  package init(reading text: String) throws(TextProblem) {
    let plus = text.unicodeScalars.first { !$0.properties.isWhitespace } == "+"
    var digits = try DigitString.read(String(text.unicodeScalars.filter { $0 != "+" }))
    if digits.starts(with: [0, 0, 8, 4]) {
      digits.replaceSubrange(0..<4, with: [0])
    } else if digits.starts(with: [8, 4]) && (plus || digits.count > 10) {
      digits.replaceSubrange(0..<2, with: [0])
    } else if plus {
      throw .telephone
    }
    // "+84 (0)912…" keeps its own zero.
    if digits.starts(with: [0, 0]) { digits.removeFirst() }
    guard digits.count == 10 || digits.count == 11 else {
      throw .digitCount(found: digits.count, allowed: [10, 11])
    }
    switch (digits.count, digits[1]) {
    case (10, 3), (10, 5), (10, 7), (10, 8), (10, 9): net = .mobile
    case (11, 2): net = .landline
    default: throw .telephone
    }
    guard digits[0] == 0 else { throw .telephone }
    self.digits = DigitString.text(digits)
  }

  /// As people read it: "0912 345 678", "0208 3855 123", "024 3825 1234".
  package var display: String {
    let areaLength = net == .mobile ? 4 : (digits.hasPrefix("024") || digits.hasPrefix("028") ? 3 : 4)
    let middle = net == .mobile ? 3 : 4
    let rest = digits.dropFirst(areaLength)
    return "\(digits.prefix(areaLength)) \(rest.prefix(middle)) \(rest.dropFirst(middle))"
  }
}
