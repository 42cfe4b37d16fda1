import FormFiles
import Forms
import Messages
import Responses
import Screens
import Terminal
import Testing

@Suite("What has room is shown whole")
struct WholeWordsTests {
  private static let yaml = """
    form_id: dai
    version: "1"
    title: "Phiếu có tên dài hơn hai mươi bốn chữ"
    instance_name: ${ten}
    choices:
      tinh: [{ name: a, label: "Tỉnh A" }, { name: b, label: "Tỉnh B" }]
      xa: [{ name: x, label: "Xã X", parent: a }, { name: y, label: "Xã Y", parent: b }]
    survey:
      - { type: text, name: ten, label: "Tên đầy đủ của cơ sở công nghiệp nông thôn ghi trên giấy đăng ký", default: "HTX cơ khí chính xác Phúc Hòa" }
      - { type: integer, name: von, label: "Vốn", default: "5", warning: ". >= 10", warning_message: "Thường từ 10 triệu đến 100 tỷ đồng; kiểm tra đơn vị đồng, số nhân viên, và hỏi lại chủ cơ sở" }
      - { type: select_one tinh, name: tinh, label: "Tỉnh", default: a }
      - { type: select_one xa, name: xa, label: "Xã", default: y, choice_filter: "parent = ${tinh}", constraint_message: "Xã này không thuộc tỉnh đã chọn" }
      - type: repeat
        name: may
        label: "Máy"
        repeat_count: "2"
        children:
          - { type: text, name: ten_may, label: "Tên máy" }
          - { type: text, name: don_vi, label: "Đơn vị", relevant: "${ten_may} = 'Máy sấy'" }
          - { type: decimal, name: gia, label: "Đơn giá của một máy", unit: đồng }
          - { type: integer, name: nam, label: "Năm sản xuất" }
    """

  private func script(_ columns: Int, _ rows: Int = 24) throws -> Script {
    let loaded = try FormFiles.load(Array(Self.yaml.utf8), format: .yaml, fileName: "form.yaml")
    let form = try #require(CheckedForm.check(loaded.definition).form)
    var response = Response(form: form, instanceID: "uuid:3", opened: Script.moment(1_800_240_000_000))
    let moment = Script.moment(1_800_240_100_000)
    let repeated = try #require(response.items.first { $0.path.name == "may" }).path
    for (row, values) in zip(
      response.rows(of: repeated), [["Máy đùn", "", "1250000000"], ["Máy sấy", "chiếc", "900"]])
    {
      for (name, value) in zip(["ten_may", "don_vi", "gia"], values) where !value.isEmpty {
        let path = try #require(
          response.items.first { $0.path.name == name && $0.path.isInside(repeated.withRow(row)) }
        )
        .path
        _ = response.apply(.set(path, value), at: moment)
      }
    }
    return Script(
      Size(columns: columns, rows: rows), .vietnamese,
      opened: OpenedRecord(record: "r3", visit: "v", response: response))
  }

  private func lines(_ script: Script) -> [String] { script.frame().lines }

  @Test("A table keeps the order of the form, its units in the heads, and uses the room there is")
  func table() throws {
    var script = try script(80)
    script.press(.pageDown, .enter)
    #expect(lines(script).contains { $0.contains("Tên máy") && $0.contains("Đơn vị  Đơn giá của một máy (đồng)") })
    #expect(lines(script).contains { $0.contains("Năm sản xuất") })
    #expect(lines(script).contains { $0.contains("Máy sấy") && $0.contains("chiếc") && $0.contains(" 900 ") })
    #expect(!lines(script).contains { $0.contains("900 đồng") })
    #expect(!lines(script).contains { $0.contains("Del") })
    script = try self.script(40, 15)
    script.press(.pageDown, .enter)
    #expect(lines(script).contains { $0.contains("1.250.000.000") })
  }

  @Test("The review says its name, the fault that stands out whole, and the reason of a confirmed warning")
  func review() throws {
    for (columns, rows) in [(80, 24), (40, 15)] {
      var script = try script(columns, rows)
      script.press(.control("r"))
      #expect(lines(script)[0].contains("Hoàn tất phiếu?"))
      script.press(.down)
      #expect(lines(script).joined(separator: " ").contains("hỏi lại") || columns == 40)
      let shown = lines(script).map { $0.trimmed }.joined(separator: " ")
      #expect(shown.contains("và hỏi lại chủ cơ sở"))
    }
    var script = try script(80)
    script.press(.down, .enter)
    script.type("chờ vay")
    script.press(.enter, .control("r"))
    #expect(lines(script).contains { $0.contains("đã xác nhận: chờ vay") })
  }

  @Test("A choice that its list no longer offers is said in the form's words")
  func choice() throws {
    var script = try script(80)
    script.press(.function(5))
    script.type("xa")
    script.press(.enter)
    #expect(lines(script).contains { $0.contains("LỖI: Xã này không thuộc tỉnh đã chọn") })
  }

  @Test("Wide terminals show long labels and titles whole")
  func wide() throws {
    var script = try script(200, 50)
    script.press(.down)
    #expect(lines(script).contains { $0.contains("Tên đầy đủ của cơ sở công nghiệp nông thôn ghi trên giấy đăng ký ") })
    #expect(lines(script)[0].contains("Phiếu có tên dài hơn hai mươi bốn chữ · HTX"))
  }
}

extension String {
  fileprivate var trimmed: String {
    let words = split(separator: " ")
    return words.joined(separator: " ")
  }
}
