import ScriptedDriver
import Terminal
import Testing

@Suite("Frames, width and what may be shown")
struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int, _ draw: (Canvas, inout Frame) -> Void) -> Frame {
    let size = Size(columns: columns, rows: rows)
    var frame = Frame(size: size)
    draw(Canvas(size), &frame)
    return frame
  }

  @Test("Text is cut with an ellipsis and clipped at the edges")
  func cut() {
    let shown = frame(10, 2) { canvas, frame in
      canvas.draw("Xã Phúc Hòa và nữa", row: 0, in: &frame)
      canvas.draw("ra ngoài", row: 5, in: &frame)
      canvas.drawRight("1.250", row: 1, in: &frame)
    }
    #expect(shown.lines == ["Xã Phúc H…", "     1.250"])
  }

  @Test("A wide character never leaves half of itself")
  func wide() {
    var shown = frame(6, 1) { canvas, frame in canvas.draw("漢字漢字", row: 0, in: &frame) }
    #expect(shown.lines == ["漢字…"])
    shown.put("x", row: 0, column: 1, style: .text)
    #expect(shown[0, 0].text == " ")
    #expect(shown[0, 1].text == "x")
    shown.put("漢", row: 0, column: 5, style: .text)
    #expect(shown[0, 5].text != "漢")
  }

  @Test("Nothing raw reaches a cell")
  func sanitised() {
    #expect(ShownText.text(of: "a\u{1B}[2Jb\u{07}") == "a\u{FFFD}[2Jb\u{FFFD}")
    #expect(ShownText.text(of: "a\tb\nc\u{200B}\u{202E}d\u{FEFF}") == "a b cd")
    #expect(ShownText.text(of: "Hie\u{302}\u{323}p") == "Hiệp")
    #expect(ShownText.text(of: "\u{301}x").unicodeScalars.first == "\u{FFFD}")
    #expect(ShownText.text(of: "👨\u{200D}👩") == "👨👩")
  }

  @Test("The ASCII twin keeps the places")
  func ascii() {
    let shown = frame(30, 1) { canvas, frame in
      canvas.draw("▸ ✓ Xã Đại Sơn · 1.000 ₫ ────…", row: 0, in: &frame)
    }
    #expect(AsciiTwin.frame(of: shown).lines == ["> + Xa Dai Son . 1.000 d ----~"])
    #expect(AsciiTwin.frame(of: shown).lines[0].utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("Words wrap at blanks, and long words inside")
  func wrap() {
    #expect(WordWrap.lines("tính người làm thường xuyên", columns: 10) == ["tính người", "làm thường", "xuyên"])
    #expect(WordWrap.lines("abcdefghijkl mn", columns: 5) == ["abcde", "fghij", "kl mn"])
    #expect(WordWrap.lines("", columns: 5) == [""])
    #expect(WordWrap.lines("gọi 0976\u{A0}721\u{A0}391 nhé", columns: 13) == ["gọi", "0976 721 391", "nhé"])
    #expect(WordWrap.lines("một\n\nhai\n", columns: 9) == ["một", "", "hai"])
  }

  @Test("Whatever is drawn stays inside, at every size")
  func inside() {
    var random = SplitMix(seed: TestSeed.value)
    let texts = ["漢字 Xã Đại Sơn", "e\u{301}\u{302}\u{323}\u{308}\u{31B}", "\u{1B}[31m", "👍🏽 tốt", "", "\u{0}\u{FF}"]
    for _ in 0..<400 {
      let size = Size(columns: .random(in: 1...30, using: &random), rows: .random(in: 1...8, using: &random))
      var frame = Frame(size: size)
      let canvas = Canvas(
        origin: CellPlace(row: .random(in: 0...3, using: &random), column: .random(in: 0...9, using: &random)),
        columns: .random(in: 0...40, using: &random), rows: .random(in: 0...9, using: &random))
      for text in texts {
        canvas.draw(
          text, row: .random(in: -1...9, using: &random), column: .random(in: -3...30, using: &random), in: &frame)
      }
      for row in 0..<size.rows {
        let widths = (0..<size.columns).map { Int(frame[row, $0].width) }
        #expect(widths.reduce(0, +) == size.columns)
      }
    }
  }

  @Test("Progress is full only when all is done")
  func progress() {
    #expect(ProgressBar.text(43, of: 100, columns: 10) == "████▎·····")
    #expect(ProgressBar.text(99, of: 100, columns: 4) == "███▉")
    #expect(ProgressBar.text(3, of: 3, columns: 4) == "████")
    #expect(ProgressBar.text(0, of: 0, columns: 4) == "····")
  }

  @Test("A scripted terminal gives its events and keeps its frames")
  func scripted() {
    let driver = ScriptedDriver(
      size: Size(columns: 8, rows: 2), script: [[.key(.enter), .resized(Size(columns: 4, rows: 1))]])
    #expect(driver.events(within: nil).count == 2)
    #expect(driver.size == Size(columns: 4, rows: 1))
    driver.draw(Frame(size: driver.size))
    #expect(driver.frames.count == 1)
    #expect(driver.events(within: nil) == [.ended(.hangUp)])
  }
}
