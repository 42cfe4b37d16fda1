import Terminal
import Testing

@Suite("Keys from bytes")
struct KeyDecoderTests {
  private func keys(_ inputs: [KeyDecoder.Input]) -> [Key] {
    var decoder = KeyDecoder()
    return inputs.flatMap { decoder.take($0) }
  }

  private func bytes(_ text: String) -> [KeyDecoder.Input] { text.utf8.map(KeyDecoder.Input.byte) }

  @Test("A Vietnamese letter arrives whole, however its bytes arrive")
  func splitLetter() {
    let dribbled = "Nguyễn".utf8.flatMap { [KeyDecoder.Input.byte($0), .pause] }
    #expect(keys(dribbled) == "Nguyễn".map(Key.character))
  }

  @Test("A byte that is no text is refused alone")
  func badBytes() {
    #expect(keys([.byte(0xFF)] + bytes("ab")) == [.invalid, .character("a"), .character("b")])
    #expect(keys([.byte(0xE1), .byte(0x61)]) == [.invalid, .character("a")])
    #expect(keys([.byte(0xE1), .silence] + bytes("x")) == [.invalid, .character("x")])
    #expect(keys([.byte(0xC0), .byte(0x80)]) == [.invalid, .invalid])
  }

  @Test("Escape is a key when nothing follows, and Alt when a letter follows at once")
  func escape() {
    #expect(keys([.byte(0x1B), .pause]) == [.escape])
    #expect(keys([.byte(0x1B), .byte(0x62), .pause]) == [.alt("b")])
    #expect(keys([.byte(0x1B), .byte(0x0D)]) == [.alt("\n")])
    #expect(keys([.byte(0x1B), .key(.up)]) == [.escape, .up])
    #expect(keys([.byte(0x1B), .byte(0x09)]) == [.backTab])
  }

  @Test("Control keys")
  func controls() {
    #expect(keys([.byte(0x0D), .byte(0x09), .byte(0x08), .byte(0x7F)]) == [.enter, .tab, .backspace, .backspace])
    #expect(keys([.byte(0x0B), .byte(0x1F), .byte(0x1C)]) == [.control("k"), .control("_"), .control("\\")])
  }

  @Test("A paste is one key with its line breaks, and its escapes are no keys")
  func paste() {
    let inputs = [.pasteBegin] + bytes("một\r\nhai\r\r") + [.byte(0x1B), .pause, .key(.up)] + bytes("x") + [.pasteEnd]
    #expect(keys(inputs + bytes("y")) == [.paste("một\nhai\n\n\u{1B}x"), .character("y")])
  }

  @Test("Random bytes never stop the keyboard")
  func randomBytes() {
    let seed = TestSeed.value
    var random = SplitMix(seed: seed)
    for _ in 0..<300 {
      var decoder = KeyDecoder()
      for _ in 0..<50 { _ = decoder.take(.byte(UInt8.random(in: 0...255, using: &random))) }
      _ = decoder.take(.silence)
      #expect(decoder.take(.byte(0x61)) == [.character("a")], "seed \(seed)")
    }
  }
}
