import Messages
import Responses
import Screens
import Terminal
import Testing

@Suite("Keys in the form")
struct FormKeyTests {
  private func script() -> Script {
    var script = Script(Size(columns: 80, rows: 24), .vietnamese)
    script.open("BG24-003")
    return script
  }

  private func edits(_ script: Script) -> [Edit] {
    script.effects.flatMap { effect -> [Edit] in
      guard case .record(_, let changes) = effect else { return [] }
      return changes.map(\.edit)
    }
  }

  private func value(_ name: String, _ script: Script) -> String? {
    edits(script).last { $0.path.name == name }.flatMap { edit in
      guard case .set(_, let value) = edit else { return nil }
      return value
    }
  }

  @Test("Answers are stored plainly however they are typed")
  func stored() {
    var script = script()
    script.type("HTX miến")
    script.press(.enter, .character("2"), .enter)
    script.type("hiep h")
    script.press(.enter)
    script.type("18/1/27")
    script.press(.enter)
    script.type("12")
    script.press(.enter)
    script.type("5")
    script.press(.enter)
    script.type("1,29 tỷ")
    script.press(.enter)
    script.type("21,4148 106,2960")
    script.press(.enter)
    script.type("8h30")
    script.press(.enter)
    #expect(value("ten", script) == "HTX miến")
    #expect(value("loai", script) == "htx")
    #expect(value("xa", script) == "07843")
    #expect(value("ngay", script) == "2027-01-18")
    #expect(value("ld", script) == "12")
    #expect(value("nu", script) == "5")
    #expect(value("von", script) == "1290000000")
    #expect(value("gps", script) == "21.4148 106.2960 0 0")
    #expect(value("gio", script) == "08:30")
  }

  @Test("A wrong answer keeps the cursor once, and is kept")
  func held() {
    var script = script()
    script.jump("tong lao dong")
    script.type("12")
    script.press(.enter)
    script.type("15")
    script.press(.enter)
    #expect(value("nu", script) == "15")
    #expect(script.frame().lines.contains { $0.contains("LỖI: lớn hơn tổng lao động (12)") })
    #expect(script.effects.contains(.bell))
    script.press(.enter)
    #expect(!script.frame().lines.contains { $0.contains("LỖI:") })
  }

  @Test("Undo takes answers back one by one, redo makes them again")
  func undo() {
    var script = script()
    script.type("Một")
    script.press(.enter, .character("1"), .control("z"))
    #expect(edits(script).last.map { if case .unset(let path) = $0 { path.name } else { "" } } == "loai")
    script.press(.control("z"), .control("y"))
    #expect(value("ten", script) == "Một")
  }

  @Test("Half-typed text is kept by a tick and by leaving, and comes back")
  func resumed() {
    var script = script()
    script.type("Nửa chừ")
    #expect(script.app.wantsTick)
    script.send(.tick(Script.moment(1_800_240_200_000)))
    let places = script.effects.compactMap { effect -> FormPlace? in
      if case .checkpoint(_, let place) = effect { return place }
      return nil
    }
    #expect(places.last?.text == "Nửa chừ")
    #expect(!script.app.wantsTick)
    guard let response = Samples.response, let place = places.last else { return }
    let opened = OpenedRecord(record: "r1", visit: "BG24-003", response: response, place: place)
    let again = Script(Size(columns: 80, rows: 24), .vietnamese, opened: opened)
    #expect(again.frame().lines.contains { $0.contains("[Nửa chừ") })
    script.press(.function(10))
    #expect(script.effects.last == .quit)
    #expect(!script.effects.contains(.closeRecord(record: "r1")))
  }

  @Test("Rows: filled one after the other, removed, and brought back")
  func rows() {
    var script = script()
    script.jump("may moc du kien")
    script.press(.enter, .enter)
    script.type("Máy đùn")
    script.press(.enter, .enter)
    script.type("450 triệu")
    script.press(.enter)
    #expect(value("gia", script) == "450000000")
    script.press(.enter)
    script.type("Máy sấy")
    script.press(.enter, .enter)
    script.type("2 tỷ")
    script.press(.enter)
    #expect(script.frame().lines.contains { $0.contains("Máy sấy") })
    script.press(.home, .delete, .enter)
    #expect(!script.frame().lines.contains { $0.contains("Máy đùn") })
    script.press(.control("z"))
    #expect(script.frame().lines.contains { $0.contains("▸") && $0.contains("Máy đùn") })
    #expect(script.frame().lines.contains { $0.contains("Đã lấy lại") })
    script.press(.end, .control("y"), .control("z"))
    #expect(script.frame().lines.contains { $0.contains("▸") && $0.contains("Máy đùn") })
    script.press(.tab)
    #expect(script.frame().lines.contains { $0.contains("▸ Chỉ máy mới") })
  }

  @Test("The first digit replaces a number, Backspace edits it")
  func replacing() {
    var script = script()
    script.jump("tong lao dong")
    script.type("12")
    script.press(.enter, .up)
    script.type("7")
    script.press(.enter)
    #expect(value("ld", script) == "7")
    script.press(.up, .end)
    script.type("5")
    script.press(.enter)
    #expect(value("ld", script) == "75")
    #expect(
      script.effects.contains { if case .checkpoint(_, let place) = $0 { place.path.hasSuffix("/ld") } else { false } })
  }

  @Test("A sign that no date has is answered with a date")
  func dateSigns() {
    var script = script()
    script.jump("ngay khao sat")
    script.type("08:30")
    script.press(.enter)
    #expect(script.frame().lines.contains { $0.contains("Gõ ngày như 18/01/2027") })
    #expect(!script.frame().lines.contains { $0.contains("1.234,5") })
  }

  @Test("A failed save is shown in alarm until everything is saved")
  func failed() {
    var script = script()
    let problem = ProblemPhrase("x", ("Ổ đĩa đầy", "Disk full"), wayOut: ("Cắm USB", "Use a stick"))
    script.send(.saveFailed(problem))
    #expect(script.frame().lines.contains { $0.contains("CHƯA LƯU") })
  }

  @Test("Random keys never break the screens, at any size")
  func random() {
    var generator = Dice(seed: 20_270_118)
    let keys: [Key] =
      [
        .enter, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .escape, .backspace,
        .delete,
      ]
      + (1...9).map(Key.function) + "kgrznyeptlx".map(Key.control) + "aệ1 2,/-nxg".map(Key.character)
      + [.paste("một\nhai"), .invalid, .alt("l"), .alt("v"), .alt("z"), .wordLeft, .wordRight]
    for _ in 0..<8 {
      var script = script()
      for _ in 0..<150 {
        let size = Size(columns: .random(in: 1...100, using: &generator), rows: .random(in: 1...30, using: &generator))
        script.send(.resized(size))
        script.press(keys.randomElement(using: &generator) ?? .enter)
        let frame = script.frame()
        #expect(frame.size == size)
        if let cursor = frame.cursor { #expect(cursor.row < size.rows && cursor.column < size.columns) }
      }
    }
  }
}

/// Numbers that are the same for the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
