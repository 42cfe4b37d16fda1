/// Stable identity of a repeat row: it stays when rows before it come and go, so that edits from two devices meet in the same row.
package struct RowID: Hashable, Sendable, Comparable {
  /// Letters and digits, such as `7f3a`; rows that the form makes itself are numbered.
  package let raw: String

  /// An id; nothing when the text is empty, longer than 32 or not letters, digits, `-` and `_`.
  package init?(_ raw: String) {
    let allowed = raw.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
    }
    guard allowed, (1...32).contains(raw.utf8.count) else { return nil }
    self.raw = raw
  }

  /// The id of a row that the form itself makes: the first one, or one of a repeat_count.
  init(number: Int) { raw = String(number) }

  /// A new id for a row added by hand: eight hexadecimal digits.
  package static func random(using generator: inout some RandomNumberGenerator) -> RowID {
    let digits = String(generator.next() as UInt64 | 1 << 63, radix: 16)
    return RowID(hexadecimal: String(digits.suffix(8)))
  }

  private init(hexadecimal: String) { raw = "r" + hexadecimal }

  /// Orders ids by their text.
  package static func < (left: RowID, right: RowID) -> Bool { left.raw < right.raw }
}
