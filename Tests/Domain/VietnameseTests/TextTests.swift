import Testing
import Vietnamese

@Suite("Vietnamese text")
struct TextTests {
  @Test("decomposed text is composed, composed text stays as it is")
  func composition() {
    let decomposed = "Tha\u{301}i Nguye\u{302}\u{303}n"
    #expect(decomposed.unicodeScalars.count == 14)
    #expect(decomposed.composed.unicodeScalars.elementsEqual("Thái Nguyễn".unicodeScalars))
    // The dot below stands before the circumflex in canonical order, however it was typed.
    #expect("o\u{302}\u{323}".composed.unicodeScalars.elementsEqual("ộ".unicodeScalars))
    #expect("\u{212B}\u{2126}".composed.unicodeScalars.elementsEqual("\u{C5}\u{3A9}".unicodeScalars))
    for text in ["", "HTX", "Đồng Hỷ – “mỳ gạo” 5 ₫", "한국", "😀"] {
      #expect(text.composed.unicodeScalars.elementsEqual(text.unicodeScalars))
    }
  }

  @Test("a letter comes apart and together again")
  func letters() throws {
    let alphabet = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđbcghklmnpqrstvx"
    for scalar in (alphabet + alphabet.uppercased()).unicodeScalars {
      let letter = try #require(VietnameseLetter(scalar))
      #expect(letter.scalar == scalar)
      #expect(letter.withoutTone.tone == .level)
    }
    #expect(VietnameseLetter("ậ") == VietnameseLetter(base: "a", shape: .circumflex, tone: .dot))
    #expect(VietnameseLetter("Đ") == VietnameseLetter(base: "d", shape: .stroke, isUppercase: true))
    #expect(VietnameseLetter("ñ") == nil)
    #expect(VietnameseLetter(base: "i", shape: .horn).scalar == nil)
    #expect(VietnameseLetter(base: "y").isVowel && !VietnameseLetter(base: "d", shape: .stroke).isVowel)
  }

  @Test(
    "accents fold away",
    arguments: [
      ("  Đồng   Hỷ \n", "dong hy"), ("ĐƯỜNG", "duong"), ("ươ ƯƠ ỨỬỮỰ", "uo uo uuuu"), ("", ""), ("   ", ""),
      ("hòa hoà", "hoa hoa"), ("Xưởng số 2 – KCN", "xuong so 2 – kcn"), ("Cafe\u{301} Müller", "cafe muller"),
      ("Tha\u{301}i\u{A0}Nguyên", "thai nguyen"), ("A1-B2/3", "a1-b2/3"),
    ])
  func folding(text: String, expected: String) {
    #expect(text.folded == expected)
  }

  @Test("other keys keep letters, or letters and tones")
  func otherKeys() {
    #expect("Đồng  Hỷ".foldedKeepingLetters == "đông hy")
    #expect("Đồng  HỶ ".foldedKeepingAccents == "đồng hỷ")
    #expect("hoà".foldedKeepingLetters == "hòa".foldedKeepingLetters)
  }

  @Test("dictionary order: letters, then tones, then case")
  func order() {
    let sorted = [
      "", " ", "-", "1", "a", "A", "à", "ả", "ã", "á", "ạ", "a b", "á b", "ab", "ă", "â", "b", "d", "đ", "e", "ê", "i",
      "ma", "mà", "mả", "mã", "má", "mạ", "o", "ô", "ơ", "u", "ư", "y", "z", "Ω",
    ]
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect(CollationKey(left) < CollationKey(right), "\(left) < \(right)")
      #expect(!(CollationKey(right) < CollationKey(left)))
    }
    #expect(CollationKey("Tha\u{301}i") == CollationKey("Thái"))
    let places = ["Đại Từ", "Ba Bể", "Chợ Mới", "Bạch Thông", "Chợ Đồn", "Na Rì", "Định Hóa", "Ngân Sơn"]
    #expect(
      places.sortedInDictionaryOrder { $0 } == [
        "Ba Bể", "Bạch Thông", "Chợ Đồn", "Chợ Mới", "Đại Từ", "Định Hóa", "Na Rì", "Ngân Sơn",
      ])
  }

  @Test("a foreign accent comes after the plain letter, a foreign letter after all")
  func foreignOrder() {
    #expect(CollationKey("u") < CollationKey("ü"))
    #expect(CollationKey("ü") < CollationKey("ub"))
    #expect(CollationKey("z") < CollationKey("я"))
    #expect(CollationKey("я") < CollationKey("яб"))
    #expect(CollationKey("\u{FFFF}") < CollationKey("\u{10000}"))
  }
}
