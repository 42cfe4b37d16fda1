import Messages
import Screens
import Terminal
import Testing

@Suite("Adding an establishment")
struct AddVisitTests {
  // The clock of the scripts says 18 January 2027.
  private func script() -> Script {
    var script = Script(Size(columns: 80, rows: 24), .vietnamese)
    script.press(.character("n"))
    return script
  }

  private func shows(_ text: String, _ script: Script) -> Bool { script.frame().lines.contains { $0.contains(text) } }

  private func added(_ script: Script) -> NewVisit? {
    script.effects.lazy.compactMap { if case .addVisit(let visit) = $0 { visit } else { nil } }.first
  }

  private func add(date: String) -> String? {
    var script = script()
    script.type("Xưởng mộc")
    script.press(.enter, .enter, .enter, .enter)
    script.type(date)
    for _ in 0..<4 { script.press(.enter) }
    return added(script)?.date
  }

  @Test("An appointment without a year is the next such day")
  func nextDay() {
    #expect(add(date: "17/1") == "2028-01-17")
    #expect(add(date: "18/1") == "2027-01-18")
    #expect(add(date: "2/3") == "2027-03-02")
    #expect(add(date: "29/2") == "2028-02-29")
    #expect(add(date: "17/1/2027") == "2027-01-17")
    #expect(add(date: "") == "2027-01-18")
  }

  @Test("What is wrong is said when the field is left, and why when it is refused")
  func wrong() {
    var script = script()
    script.type("Xưởng mộc")
    script.press(.enter)
    script.type("dai son")
    script.press(.enter)
    #expect(shows("[Xã Đại Sơn", script))
    script.press(.enter)
    script.type("123")
    script.press(.enter)
    #expect(script.effects.last == .bell && shows("Có 3 chữ số", script) && shows("▸ Điện thoại", script))
    script.press(.enter)
    script.type("31/2")
    script.press(.down)
    #expect(shows("không có ngày 31", script) && shows("▸ Ngày hẹn", script))
    script.press(.control("u"))
    script.type("1/2")
    script.press(.enter)
    #expect(shows("[01/02/2027", script))
    script.press(.enter, .enter)
    #expect(added(script) == nil)
    #expect(shows("Có 3 chữ số", script) && shows("▸ Điện thoại", script))
    script.press(.control("u"))
    script.type("0943403830")
    for _ in 0..<5 { script.press(.enter) }
    #expect(added(script)?.telephone == "0943403830" && added(script)?.commune == "Xã Đại Sơn")
  }

  @Test("A commune that no visit is in is doubted once")
  func unknownCommune() {
    var script = script()
    script.type("A")
    script.press(.enter)
    script.type("Xã Lạ")
    script.press(.enter)
    #expect(shows("Danh sách chưa có xã này", script))
    script.press(.enter)
    #expect(shows("▸ Địa chỉ", script))
  }
}
