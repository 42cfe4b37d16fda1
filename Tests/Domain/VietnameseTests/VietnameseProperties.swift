import Glibc
import TestSupport
import Testing
import Vietnamese

@Suite("Laws of Vietnamese text")
struct VietnameseProperties {
  static let seed: UInt64 = getenv("KHAOSAT_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_127

  @Test("composing and folding twice changes nothing, and folding does not see the form of the text")
  func idempotence() {
    print("seed \(Self.seed)")
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<300 {
      let text = Self.text(&generator)
      #expect(text.composed.unicodeScalars.elementsEqual(text.composed.composed.unicodeScalars))
      #expect(text.folded == text.folded.folded)
      #expect(text.folded == text.composed.folded)
      #expect(CollationKey(text) == CollationKey(text.composed))
      #expect(SearchQuery(text.folded).match(SearchableText(text)) != nil)
    }
  }

  @Test("dictionary order is an order")
  func order() {
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<300 {
      let keys = (0..<3).map { _ in CollationKey(Self.text(&generator)) }
      let (first, second, third) = (keys[0], keys[1], keys[2])
      #expect(!(first < first))
      #expect([first < second, second < first, first == second].filter { $0 }.count == 1)
      if first < second && second < third { #expect(first < third) }
    }
  }

  @Test("what is written is read as the same number")
  func numbers() throws {
    var generator = SeededGenerator(seed: Self.seed)
    for _ in 0..<300 {
      let coefficient = Int.random(in: -1_000_000_000_000_000...1_000_000_000_000_000, using: &generator)
      let value = ExactDecimal(coefficient: Int128(coefficient), scale: Int.random(in: 0...12, using: &generator))
      #expect(try NumberReading.number(value.vietnamese) == value)
      #expect(ExactDecimal(plain: value.plain) == value)
      let dong = Int.random(in: 0...9_999_999_999_999, using: &generator)
      #expect(try MoneyAmount(reading: MoneyAmount.short(dong: dong)).wholeDong() == dong)
    }
  }

  @Test("no text traps a reader")
  func robustness() {
    var generator = SeededGenerator(seed: Self.seed)
    let pieces = ["1", "9", "0", ".", ",", "-", "/", " ", "tỷ", "triệu", "đ", "rưỡi", "+84", "kW", "\u{301}", "😀", "−"]
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...14, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
      _ = try? MoneyAmount(reading: text)
      _ = try? DateReading(reading: text, around: 2027)
      _ = try? TaxCode(reading: text)
      _ = try? CitizenID(reading: text, in: 2027)
      _ = try? TelephoneNumber(reading: text)
      _ = try? HouseholdLicence(reading: text)
      _ = try? MachinePower(reading: text)
    }
  }

  static func text(_ generator: inout SeededGenerator) -> String {
    let alphabet: [Unicode.Scalar] = [
      "a", "ă", "ấ", "Đ", "đ", "e", "n", "g", "Ộ", "u", "ư", " ", "\u{300}", "\u{323}", "\u{302}", "1", "-", "é", "Я",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 0...10, using: &generator) {
      text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
    }
    return text
  }
}
