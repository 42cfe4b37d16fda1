internal import Vietnamese

/// Orders codes as people count: letters in dictionary order, runs of digits by their value.
struct CodeOrder: Comparable {
  private let key: CollationKey

  /// Makes the key of a code.
  init(_ code: String) {
    var padded = ""
    var digits = ""
    func flush() {
      // Codes have short numbers; twenty digits hold whatever a list brings.
      let significant = digits.drop { $0 == "0" }
      padded += String(repeating: "0", count: digits.isEmpty ? 0 : max(0, 20 - significant.count)) + significant
      digits = ""
    }
    for character in code {
      if character.isASCII && character.isNumber {
        digits.append(character)
      } else {
        flush()
        padded.append(character)
      }
    }
    flush()
    key = CollationKey(padded)
  }

  /// Compares as people count.
  static func < (left: CodeOrder, right: CodeOrder) -> Bool { left.key < right.key }
}
