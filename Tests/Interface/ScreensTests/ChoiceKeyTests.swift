import FormFiles
import Forms
import Messages
import Responses
import Screens
import Terminal
import Testing

@Suite("Keys in choices")
struct ChoiceKeyTests {
  private static let yaml = """
    form_id: nhieu
    version: "1"
    title: "Nhiều lựa chọn"
    choices:
      giay: [{ name: a, label: "Giấy đăng ký kinh doanh hoặc giấy đăng ký hợp tác xã" }, { name: b, label: "Giấy tờ đất" }, { name: c, label: "Hóa đơn điện ba tháng gần nhất" }, { name: d, label: "Báo cáo tài chính" }, { name: e, label: "Giấy phép môi trường" }, { name: g, label: "Hợp đồng mua máy" }, { name: h, label: "Báo giá" }, { name: i, label: "Ảnh" }, { name: khong, label: "Không có giấy tờ nào" }]
      dai: [{ name: "1", label: "Một" }, { name: "2", label: "Hai" }, { name: "3", label: "Ba" }, { name: "4", label: "Bốn" }, { name: "5", label: "Năm" }, { name: "6", label: "Sáu" }, { name: "7", label: "Bảy" }, { name: "8", label: "Tám" }, { name: "9", label: "Chín" }, { name: "10", label: "Mười" }]
      it: [{ name: x, label: "Sáu" }, { name: y, label: "Bảy" }]
    survey:
      - { type: select_multiple giay, name: giay, label: "Giấy tờ đã có", required: true, constraint: "not(selected(., 'khong')) or count-selected(.) = 1", constraint_message: "Đã chọn không có thì không chọn giấy khác" }
      - { type: select_multiple dai, name: nhieu, label: "Nhiều mục" }
      - { type: select_one dai, name: mot, label: "Một mục" }
      - { type: select_one it, name: it, label: "Ít mục" }
      - { type: text, name: cuoi, label: "Cuối" }
    """

  private func script(_ size: Size = Size(columns: 80, rows: 24)) throws -> Script {
    let loaded = try FormFiles.load(Array(Self.yaml.utf8), format: .yaml, fileName: "form.yaml")
    let form = try #require(CheckedForm.check(loaded.definition).form)
    let response = Response(form: form, instanceID: "uuid:2", opened: Script.moment(1_800_240_000_000))
    return Script(size, .vietnamese, opened: OpenedRecord(record: "r2", visit: "v", response: response))
  }

  private func lines(_ script: Script) -> [String] { script.frame().lines }

  private func values(_ script: Script) -> [String] {
    script.effects.flatMap { effect -> [String] in
      guard case .record(_, let changes) = effect else { return [] }
      return changes.map { if case .set(_, let value) = $0.edit { value } else { "" } }
    }
  }

  @Test("The answer stands out when the filter is emptied: Enter changes nothing")
  func answerStandsOut() throws {
    var script = try script()
    script.press(.down, .down, .down, .down, .down, .down, .down, .down, .down, .down)
    script = try self.script()
    script.press(.pageDown, .up, .up)
    script.type("tam")
    script.press(.enter)
    #expect(values(script).last == "8")
    script.press(.up)
    script.type("hai")
    script.press(.escape)
    #expect(lines(script).contains { $0.contains("▸") && $0.contains("Tám") })
    script.press(.enter)
    #expect(values(script) == ["8"])
    script.press(.up)
    script.type("m")
    script.press(.backspace, .enter)
    #expect(values(script) == ["8"])
  }

  @Test("A digit that names no choice rings the bell and opens nothing")
  func outOfRange() throws {
    var script = try script()
    script.press(.pageDown, .up)
    script.effects = []
    script.type("9")
    #expect(script.effects == [.bell])
    #expect(!lines(script).contains { $0.contains("lọc:") })
    script.type("b")
    #expect(lines(script).contains { $0.contains("lọc:") })
  }

  @Test("In few rows the choices scroll, and the error keeps its place")
  func narrow() throws {
    var script = try script(Size(columns: 40, rows: 15))
    #expect(lines(script).contains { $0.contains("↓ +") })
    script.type("91")
    script.press(.enter)
    #expect(lines(script).contains { $0.contains("LỖI: Đã chọn không có") })
    #expect(lines(script).contains { $0.contains("Giấy đăng ký") })
    script.type("9")
    #expect(lines(script).contains { $0.contains("9 [ ] Không có giấy tờ nào") })
    #expect(lines(script).contains { $0.contains("↑ +") })
    script = try self.script(Size(columns: 40, rows: 15))
    script.type("1")
    script.type("9")
    script.press(.enter)
    #expect(lines(script).contains { $0.contains("LỖI: Đã chọn không có") })
    #expect(lines(script).contains { $0.contains("9 [x] Không có giấy tờ nào") })
  }

  @Test("A list of several choices says what its keys do")
  func severalInList() throws {
    var script = try script()
    script.press(.pageDown, .up, .up, .up)
    #expect(lines(script).contains { $0.contains("Phím cách hoặc gõ chữ: mở danh sách") })
    script.press(.character(" "), .character(" "), .down, .character(" "))
    #expect(lines(script).contains { $0.contains("Phím cách: chọn, bỏ chọn. Gõ chữ: lọc. Enter: xong") })
    #expect(lines(script).contains { $0.contains("Space đánh dấu  Enter xong") })
    script.type("zz")
    script.press(.escape)
    #expect(lines(script).contains { $0.contains("[x]") && $0.contains("Một") })
    script.press(.enter)
    #expect(values(script) == ["1", "1 2"])
    #expect(lines(script).contains { $0.contains("▸ Nhiều mục") })
  }
}
