import FormFiles
import Forms
import Messages
import Responses
import Screens
import Terminal
import Testing
import Vietnamese

@Suite("Typing Vietnamese on the screens")
struct TypingKeyTests {
  private func script(_ columns: Int = 80) -> Script {
    var script = Script(Size(columns: columns, rows: columns == 80 ? 24 : 15), .vietnamese)
    script.open("BG24-003")
    return script
  }

  private func shows(_ text: String, _ script: Script) -> Bool { script.frame().lines.contains { $0.contains(text) } }

  @Test("Off, Telex, VNI in turn, shown at the end of the state line and kept")
  func switching() {
    for key in [Key.alt("z"), .control(" ")] {
      var script = script()
      let state = { (script: Script) in script.frame().lines[script.frame().lines.count - 2] }
      #expect(!state(script).contains("Telex"))
      script.press(key)
      #expect(script.effects.last == .keepTyping(.telex))
      #expect(state(script).hasSuffix("Telex") && shows("Gõ tiếng Việt: Telex", script))
      script.press(key)
      #expect(script.effects.last == .keepTyping(.vni) && state(script).hasSuffix("VNI"))
      script.press(key)
      #expect(script.effects.last == .keepTyping(nil) && !state(script).contains("VNI"))
    }
    var narrow = script(40)
    narrow.press(.alt("z"), .alt("z"))
    narrow.type("Ho65")
    #expect(shows("[Hộ", narrow) && narrow.frame().lines[13].hasSuffix("VNI"))
  }

  @Test("The key is in help and palette, and works over every screen")
  func everywhere() {
    var script = script()
    script.press(.function(2))
    script.type("go tieng viet")
    script.press(.enter)
    #expect(script.effects.last == .keepTyping(.telex))
    script.press(.function(1), .end)
    #expect(shows("Alt-Z  Ctrl-Space", script))
    script.press(.control(" "))
    #expect(script.effects.last == .keepTyping(.vni))
  }

  @Test("Words are typed in answers, notes and filters; numbers and dates are left alone")
  func fields() {
    var script = script()
    script.press(.alt("z"))
    script.type("HTX mieens dong")
    script.press(.enter)
    script.press(.function(3))
    script.type("ddax xem")
    script.press(.enter)
    #expect(shows("* đã xem", script))
    script.press(.function(5))
    script.type("soos lao ddoong")
    #expect(shows("số lao đông", script))
    script.press(.escape, .escape)
    script.jump("xa / phuong")
    script.type("ddaij s")
    #expect(shows("đại s", script) && shows("▸ 07627", script))
    script.press(.enter)
    let answers = script.effects.flatMap { effect -> [Edit] in
      guard case .record(_, let changes) = effect else { return [] }
      return changes.map(\.edit)
    }
    #expect(answers.contains { if case .set(_, "HTX miến dong") = $0 { true } else { false } })
    script.type("1s")
    #expect(shows("[1s", script))
  }

  @Test("A form's own way of typing counts at its questions")
  func ownMethod() throws {
    let yaml = """
      form_id: go
      version: "1"
      title: "Gõ"
      survey:
        - { type: text, name: a, label: "A", ime: "off" }
        - { type: text, name: b, label: "B", ime: vni }
        - { type: text, name: c, label: "C", appearance: masked }
        - { type: text, name: d, label: "D" }
        - { type: date, name: e, label: "E" }
      """
    let loaded = try FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "form.yaml")
    let form = try #require(CheckedForm.check(loaded.definition).form)
    let response = Response(form: form, instanceID: "uuid:4", opened: Script.moment(1_800_240_000_000))
    var script = Script(
      Size(columns: 80, rows: 24), .vietnamese,
      opened: OpenedRecord(record: "r4", visit: "v", response: response))
    script.press(.alt("z"))
    for text in ["as", "a1s", "as", "as", "1s"] {
      script.type(text)
      script.press(.down)
    }
    let values = script.effects.flatMap { effect -> [String] in
      guard case .record(_, let changes) = effect else { return [] }
      return changes.map { if case .set(_, let value) = $0.edit { value } else { "" } }
    }
    #expect(values == ["as", "ás", "as", "á", "1s"])
    script = Script(
      Size(columns: 80, rows: 24), .vietnamese,
      opened: OpenedRecord(record: "r4", visit: "v", response: response))
    script.press(.down)
    #expect(script.frame().lines[22].hasSuffix("VNI"))
    script.press(.alt("z"), .up)
    #expect(!script.frame().lines[22].contains("Telex"))
  }

  @Test("Half-typed text taken back comes again, letter by letter as it was")
  func undo() {
    var script = script()
    script.press(.alt("z"))
    script.type("Nuwar chuwf")
    script.press(.control("z"))
    #expect(!shows("Nửa", script) && shows("Đã lấy lại", script))
    script.press(.control("y"))
    #expect(shows("[Nửa chừ", script) && shows("Đã làm lại", script))
    script.type("ng")
    #expect(shows("[Nửa chừng", script))
    script.press(.backspace, .backspace, .backspace)
    #expect(shows("[Nửa ch ", script))
  }

  @Test("Answers taken back after the text are made again before it")
  func undoOrder() {
    var script = script()
    script.type("Một")
    script.press(.enter, .character("1"), .enter, .up, .up)
    script.type("nữa")
    script.press(.control("z"), .control("z"))
    #expect(shows("▸ Loại hình", script))
    script.press(.control("y"), .control("y"))
    #expect(shows("[Mộtnữa", script))
  }

  @Test("The first start offers it before the name")
  func firstStart() {
    var script = Script(Size(columns: 80, rows: 24), .vietnamese, session: nil)
    script.press(.up)
    #expect(shows("▸ Gõ tiếng Việt", script))
    script.press(.right)
    #expect(shows("Telex (Alt-Z đổi)", script) && script.effects == [.keepTyping(.telex)])
    script.press(.left, .left, .left, .enter)
    #expect(script.effects.last == .keepTyping(.telex))
    script.type("Lan Nguyeexn")
    script.press(.enter)
    script.type("DDoanf 1")
    script.press(.enter)
    script.type("s")
    #expect(shows("may-3s", script))
    script.press(.enter, .enter)
    #expect(script.effects.contains(.startSession(Session(person: "Lan Nguyễn", team: "Đoàn 1", laptop: "may-3s"))))
  }
}
