/// Writes whole numbers in words, as minutes and receipts want them.
package enum AmountInWords {
  /// A number in words: 1.290.000.105 → "một tỷ hai trăm chín mươi triệu một trăm linh năm".
  package static func words(_ number: Int) -> String {
    if number == 0 { return digits[0] }
    let words = spell(number.magnitude, isLeading: true).joined(separator: " ")
    return number < 0 ? "âm " + words : words
  }

  /// An amount in words with a capital and the unit: "Một tỷ hai trăm chín mươi triệu đồng".
  package static func dong(_ amount: Int) -> String {
    let text = words(amount) + " đồng"
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static let digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]

  /// Numbers from a billion on are so many billions and a rest, so ten to the eighteenth is "một tỷ tỷ".
  private static func spell(_ number: UInt, isLeading: Bool) -> [String] {
    let billion: UInt = 1_000_000_000
    var words: [String] = []
    if number >= billion { words = spell(number / billion, isLeading: true) + ["tỷ"] }
    var isFirst = isLeading && words.isEmpty
    for (size, name) in [(UInt(1_000_000), "triệu"), (1_000, "nghìn"), (1, "")] {
      let group = Int(number % billion / size % 1_000)
      guard group > 0 else { continue }
      words += hundreds(group, isLeading: isFirst)
      if !name.isEmpty { words.append(name) }
      isFirst = false
    }
    return words
  }

  /// Three digits; behind another group the hundreds are spoken even when they are none.
  private static func hundreds(_ number: Int, isLeading: Bool) -> [String] {
    let (hundred, rest) = number.quotientAndRemainder(dividingBy: 100)
    let (ten, one) = rest.quotientAndRemainder(dividingBy: 10)
    var words: [String] = []
    if hundred > 0 || !isLeading { words += [digits[hundred], "trăm"] }
    switch (ten, one) {
    case (0, 0): break
    case (0, _): words += words.isEmpty ? [digits[one]] : ["linh", digits[one]]
    case (1, 0): words.append("mười")
    case (1, 5): words += ["mười", "lăm"]
    case (1, _): words += ["mười", digits[one]]
    case (_, 0): words += [digits[ten], "mươi"]
    case (_, 1): words += [digits[ten], "mươi", "mốt"]
    case (_, 4): words += [digits[ten], "mươi", "tư"]
    case (_, 5): words += [digits[ten], "mươi", "lăm"]
    default: words += [digits[ten], "mươi", digits[one]]
    }
    return words
  }
}
