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
    #expect(keys([.byte(0)]) == [.control(" ")])
  }

  @Test("A paste is one key with its line breaks, and its escapes are no keys")
  func paste() {
    let inputs = [.pasteBegin] + bytes("một\r\nhai\r\r") + [.byte(0x1B), .pause, .key(.up)] + bytes("x") + [.pasteEnd]
    #expect(keys(inputs + bytes("y")) == [.paste("một\nhai\n\n\u{1B}x"), .character("y")])
  }

  @Test(
    "A sequence that nobody knows types nothing",
    arguments: [
      "[25~", "[I", "[O", "[E", "[<0;5;5M", "[<0;5;5m", "[3;5~", "[15;2~", "[1;2P", "[?62;c", "Oz", "[[F", "[9999~",
      "[1$~",
    ])
  func unknownSequences(_ text: String) {
    #expect(keys([.byte(0x1B)] + bytes(text) + [.pause] + bytes("x")) == [.character("x")])
    let dribbled = text.utf8.flatMap { [KeyDecoder.Input.byte($0), .pause] }
    #expect(keys([.byte(0x1B)] + dribbled + bytes("x")) == [.character("x")])
  }

  @Test("Keys of a text are known by their bytes, whatever the terminal is said to be")
  func knownSequences() {
    let known: [(String, Key)] = [
      ("[1~", .home), ("[7~", .home), ("[H", .home), ("OH", .home), ("[4~", .end), ("[8~", .end), ("[F", .end),
      ("OF", .end), ("[3~", .delete), ("[1;5C", .wordRight), ("[1;5D", .wordLeft), ("[A", .up), ("OB", .down),
      ("[Z", .backTab), ("[[A", .function(1)), ("OP", .function(1)), ("[15~", .function(5)), ("Op", .character("0")),
      ("On", .character(".")), ("OM", .enter),
    ]
    for (text, key) in known { #expect(keys([.byte(0x1B)] + bytes(text) + [.pause]) == [key], "\(text)") }
  }

  @Test("A sequence that breaks off gives way to what follows")
  func brokenSequences() {
    #expect(keys([.byte(0x1B)] + bytes("[1;") + [.silence] + bytes("x")) == [.character("x")])
    #expect(keys([.byte(0x1B)] + bytes("[1;") + [.key(.up)]) == [.up])
    #expect(keys([.byte(0x1B)] + bytes("[1;\r")) == [.enter])
    #expect(keys([.byte(0x1B)] + bytes("[1;") + [.byte(0x1B), .pause]) == [.escape])
    #expect(keys([.byte(0x1B)] + bytes("O") + [.pause, .silence]) == [.alt("O")])
  }

  @Test("A sequence that comes long after its Escape types nothing; letters typed then do")
  func lateSequences() {
    #expect(keys([.byte(0x1B), .pause] + bytes("[1;5C") + [.pause]) == [.escape, .wordRight])
    #expect(keys([.byte(0x1B), .pause] + bytes("[25~") + bytes("x")) == [.escape, .character("x")])
    #expect(
      keys([.byte(0x1B), .pause] + bytes("[") + [.pause] + bytes("A")) == [.escape, .character("["), .character("A")])
    #expect(keys([.byte(0x1B), .pause] + bytes("OK")) == [.escape, .character("O"), .character("K")])
    #expect(keys([.byte(0x1B), .pause] + bytes("xOH")) == [.escape] + "xOH".map(Key.character))
  }

  @Test("The end of a paste counts however it arrives")
  func endOfPaste() {
    #expect(keys([.pasteBegin] + bytes("a\u{1B}[201~b")) == [.paste("a"), .character("b")])
    #expect(keys([.byte(0x1B)] + bytes("[200~a") + [.pasteEnd] + bytes("b")) == [.paste("a"), .character("b")])
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
