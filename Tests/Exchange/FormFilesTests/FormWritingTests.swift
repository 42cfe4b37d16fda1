import Expressions
import FormFiles
import Forms
import TestSupport
import Testing

@Suite struct FormWritingTests {
  private func definition(_ yaml: String) throws -> FormDefinition {
    let loaded = try FormFiles.load(Array(yaml.utf8), format: .yaml, fileName: "form.yaml")
    #expect(loaded.problems == [])
    return loaded.definition
  }

  private static let everything = """
    form_id: tat_ca
    version: "2"
    title: { vi: Tất cả, en: Everything }
    default_language: vi
    instance_name: concat(${ten}, ' – ', ${so})
    style: pages
    choices:
      l:
        - { name: a, label: { vi: "Một: ‘x’", en: One }, nhom: "1" }
        - { name: b, label: { vi: Hai, en: Two }, nhom: "2" }
      m:
        - { name: x, label: "X # y" }
    survey:
      - { type: start, name: s }
      - { type: today, name: t }
      - type: text
        name: ten
        label: { vi: Tên, en: Name }
        hint: { vi: "Gợi ý ${so}", en: Hint }
        required: yes
        required_message: { vi: Cần, en: Needed }
        constraint: vn:mst(.) or . = floor(2.5) or vn:fold(.) = 'a'
        constraint_message: { vi: Sai, en: Wrong }
        warning: string-length(.) < 10
        warning_message: { vi: "Dài quá ${so}", en: Long }
        missing: [dk, refused]
        ime: telex
        unit: cái
        personal: yes
        save_to: ten
      - { type: integer, name: so, label: Số, default: "5" }
      - { type: percentage, name: pt, label: Phần trăm }
      - { type: phone number, name: dt, label: Điện thoại }
      - { type: text, name: doc, label: Đọc, read_only: yes }
      - { type: note, name: g, label: "Ghi ${ten} và ${so}" }
      - { type: select_one l, name: c, label: Chọn, choice_filter: "nhom = ${so}", appearance: minimal }
      - { type: select_multiple l, name: cn, label: Nhiều, parameters: { randomize: "true", seed: "7" } }
      - { type: select_one m or_other, name: k, label: Khác }
      - { type: rank m, name: h, label: Hạng }
      - { type: range, name: r, label: Thang, parameters: start=0 end=5 step=0.5 }
      - { type: date, name: ng, label: Ngày, default: today() }
      - { type: geopoint, name: gp, label: Chỗ }
      - { type: image, name: anh, label: Ảnh, parameters: max-pixels=800 }
      - { type: calculate, name: tinh, calculation: "${so} * 2" }
      - { type: hidden, name: an, default: x }
      - { type: text, name: khi, label: Khi, trigger: "${so}, ${ten}", calculation: "concat(${so}, 'x')" }
      - type: repeat
        name: lap
        label: { vi: Lặp, en: Rows }
        repeat_count: ${so} + 1
        children:
          - { type: text, name: con, label: "Con ${con2}", default: "${ten}" }
          - type: group
            name: nho
            label: Nhỏ
            relevant: ${con} != ''
            children:
              - { type: decimal, name: con2, label: Số con }
              - { type: repeat, name: trong, label: Trong, children: [{ type: text, name: sau, label: Sâu }] }
      - { type: "select_one ${con}", name: tu_lap, label: Từ dòng }
      - { type: acknowledge, name: ok, label: Đồng ý }
    entities:
      - { list_name: co_so, label: "${ten}", create_if: "${so} > 1" }
    """

  @Test(arguments: FormFiles.Format.allCases)
  func everythingComesBack(_ format: FormFiles.Format) throws {
    let trip = try RoundTrip(try definition(Self.everything), through: format)
    trip.expectTheSame()
  }

  @Test func lossesAreNamed() throws {
    let form = try #require(CheckedForm.check(try definition(Self.everything)).form)
    for format in [FormFiles.Format.xlsx, .xml] {
      let losses = FormFiles.export(form, to: format).losses
      let codes = Set(losses.map(\.code))
      #expect(codes.isSuperset(of: [.function, .warning, .missing, .typingHelp, .unit, .personal, .titles]))
      let functions = losses.filter { $0.code == .function && $0.question == "ten" }.map { $0.arguments.first }
      #expect(Set(functions) == ["vn:mst", "floor", "vn:fold"])
    }
  }

  @Test func noFunctionOfOursLeaves() throws {
    let form = try #require(CheckedForm.check(try definition(Self.everything)).form)
    let text = String(decoding: FormFiles.export(form, to: .xml).bytes, as: UTF8.self)
    let constraint = text.split(separator: " constraint=\"").dropFirst().first.map { $0.prefix { $0 != "\"" } }
    #expect(constraint?.contains("vn:") == false)
    #expect(constraint?.contains("floor") == false)
    #expect(text.contains("khaosat:own-constraint=\"vn:mst(.)"))
  }

  @Test func exportsAreTheSameBytesEveryTime() throws {
    let form = try #require(CheckedForm.check(try definition(Self.everything)).form)
    for format in FormFiles.Format.allCases {
      #expect(FormFiles.export(form, to: format).bytes == FormFiles.export(form, to: format).bytes)
    }
  }

  @Test func anyTextComesBackThroughYAML() throws {
    var generator = SeededGenerator(test: "FormWritingTests")
    let alphabet: [Character] = [
      "a", ":", " ", "#", "-", "'", "\"", "\\", "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "\n",
      "\t", "ế", "0", "~", "?", "$", "=", "\u{2028}", "\u{85}", "😀", "\u{7F}",
    ]
    for _ in 0..<400 {
      func text() -> String {
        let length = Int.random(in: 1...8, using: &generator)
        return "x" + String((0..<length).compactMap { _ in alphabet.randomElement(using: &generator) })
      }
      func raw() -> String { String(text().dropFirst()) }
      var form = FormDefinition(formID: SourceText("f"))
      var row = SurveyRow(type: SourceText("text"), name: SourceText("a"))
      row.columns[.relevant] = SourceText(raw())
      row.texts[.label] = Localised([Localised.Entry(language: "v" + text(), text: SourceText(raw()))])
      form.survey = [row]
      form.choices = [
        ChoiceList(
          name: "l",
          source: .rows([
            ChoiceRow(
              name: SourceText(raw()), label: Localised(SourceText(raw())),
              extra: [SurveyRow.Extra(column: "cot", text: SourceText(raw()))])
          ]))
      ]
      let bytes = FormFiles.importing(form).bytes
      let back = try FormFiles.load(bytes, format: .yaml, fileName: "f.yaml")
      #expect(back.problems == [])
      #expect(back.definition.survey.first?.columns[.relevant]?.text == row.columns[.relevant]?.text)
      #expect(back.definition.survey.first?.texts[.label]?.entries.map(\.language) == row.texts[.label]?.languages)
      #expect(
        back.definition.survey.first?.texts[.label]?.entries.first?.text.text
          == row.texts[.label]?.entries.first?.text.text)
      guard case .rows(let left)? = form.choices.first?.source,
        case .rows(let right)? = back.definition.choices.first?.source
      else { throw TestFailure("rows") }
      #expect(left[0].name.text == right.first?.name.text)
      #expect(left[0].label.text(in: "") == right.first?.label.text(in: ""))
      #expect(left[0].extra.map(\.text.text) == right.first?.extra.map(\.text.text))
    }
  }
}
