import Terminal
import Testing
import Vietnamese

@Suite("Telex and VNI in text fields")
struct TypingFieldTests {
  private func typed(
    _ text: String, _ method: TypingMethod = .telex, in field: TextField = TextField(), then keys: [Key] = []
  ) -> TextField {
    var field = field
    for key in text.map(Key.character) + keys { _ = field.handle(key, typing: method) }
    return field
  }

  @Test func wholeTexts() {
    #expect(typed("Hooj kinh doanh mieens dong Na Rif").text == "Hộ kinh doanh miến dong Na Rì")
    #expect(typed("Ho65 Na Ri2, so61 12", .vni).text == "Hộ Na Rì, số 12")
    #expect(typed("as ass").text == "á as")
  }

  @Test("Backspace takes the letter that is seen, and typing goes on")
  func backspace() {
    #expect(typed("chaof", then: [.backspace]).text == "chà")
    #expect(typed("chaof", then: [.backspace, .backspace, .backspace, .backspace]).text.isEmpty)
    #expect(typed("xax ", then: [.backspace, .character("f")]).text == "xà")
  }

  @Test("In the middle of a text only the word before the cursor changes")
  func middle() {
    var field = typed("xa Sown")
    field.move(to: 2)
    #expect(typed("x", in: field).text == "xã Sơn")
    #expect(typed("x", in: field).cursor == 2)
    #expect(typed("f", in: TextField("Na Ri")).text == "Na Rì")
  }

  @Test("What an input method or a paste brings stays as it is")
  func foreign() {
    #expect(typed("hoà thuý").text == "hoà thuý")
    #expect(typed("xoá ", in: TextField()).text == "xoá ")
    #expect(typed("", then: [.paste("as"), .character("s")]).text == "ass")
    #expect(typed("", then: [.paste("as"), .character(" "), .character("a"), .character("s")]).text == "as á")
    #expect(typed("e", then: [.character("\u{302}"), .character("\u{323}")]).text == "ệ")
    #expect(typed("éé", then: [.backspace]).text == "é")
  }

  @Test("What is longer than a word is left alone, however long it is")
  func long() {
    let run = String(repeating: "a", count: 20_000)
    #expect(typed("s", in: TextField(run)).text == run + "s")
    #expect(typed("", in: TextField(run + "ás"), then: [.backspace]).text == run + "á")
    let letters = String(repeating: "b", count: 40)
    #expect(typed(letters + "as").text == letters + "as")
  }

  @Test("Without a method every letter stays")
  func off() {
    var field = TextField()
    for key in "tesst".map(Key.character) { _ = field.handle(key) }
    #expect(field.text == "tesst")
    _ = field.handle(.backspace)
    #expect(typed("j", in: field).text == "tessj")
  }

  @Test("Whatever is typed, the cursor stays in the text and enough backspaces empty it")
  func random() {
    var random = SplitMix(seed: TestSeed.value)
    let keys: [Key] =
      "aeiouydwsfrxjz16 tnhgcéộ".map(Key.character) + [.left, .right, .backspace, .home, .end, .delete, .paste("à b")]
    for _ in 0..<400 {
      let method: TypingMethod = Bool.random(using: &random) ? .telex : .vni
      var field = TextField(limit: 12)
      for _ in 0..<30 {
        _ = field.handle(keys.randomElement(using: &random) ?? .left, typing: method)
        #expect((0...field.characters.count).contains(field.cursor) && field.characters.count <= 12)
        #expect(Array(field.text) == field.characters)
      }
      _ = field.handle(.end, typing: method)
      for _ in 0..<12 { _ = field.handle(.backspace, typing: method) }
      #expect(field.isEmpty)
    }
  }
}
