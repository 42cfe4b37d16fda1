import Fieldwork
import Messages
import Responses
import Screens
import Terminal
import Testing

@Suite("Forms that can only be looked at")
struct FinishedFormTests {
  private func script(_ status: RecordStatus, isReopened: Bool = false) -> Script {
    var script = Script(Size(columns: 80, rows: 24), .vietnamese)
    guard let response = Samples.response else { return script }
    var opened = OpenedRecord(
      record: "r9", visit: "BG24-001", response: response, isReadOnly: !isReopened, status: status)
    opened.isReopened = isReopened
    script.send(.recordOpened(opened))
    return script
  }

  private func shows(_ text: String, _ script: Script) -> Bool { script.frame().lines.contains { $0.contains(text) } }

  @Test("The notice says why, and only keys that do something are offered")
  func notice() {
    var script = script(.finalised)
    #expect(shows("Phiếu đã hoàn tất, chỉ để xem. ^O mở lại", script))
    #expect(shows("^O mở lại ", script) && !shows("F3 ghi chú", script) && !shows("F6", script))
    script.press(.down)
    #expect(!shows("^O mở lại.", script))
    script.press(.function(3))
    #expect(script.effects.last == .bell && shows("Phiếu đã hoàn tất", script))
    script.press(.character("x"))
    #expect(shows("Phiếu đã hoàn tất", script))
    #expect(shows("Phiếu đã duyệt", self.script(.approved)) && !shows("^O", self.script(.approved)))
    #expect(shows("khaosat đang chạy ở cửa sổ khác", self.script(.draft)))
  }

  @Test("Reopening asks first, takes a reason, and says that it is done")
  func reopening() {
    var review = script(.finalised)
    review.press(.control("r"))
    for start in [script(.finalised), list(), review] {
      var script = start
      script.effects = []
      script.press(.control("o"))
      #expect(script.effects.isEmpty && shows("Mở lại phiếu?", script))
      script.press(.escape)
      #expect(!shows("Mở lại phiếu?", script))
      script.press(.control("o"))
      script.type("sai số điện thoại")
      script.press(.enter)
      guard case .reopen(_, "sai số điện thoại")? = script.effects.last else {
        Issue.record("\(script.effects)")
        return
      }
    }
    #expect(shows("Đã mở lại", script(.draft, isReopened: true)))
  }

  private func list() -> Script {
    var script = Script(Size(columns: 80, rows: 24), .vietnamese)
    script.press(.home, .enter)
    return script
  }
}
