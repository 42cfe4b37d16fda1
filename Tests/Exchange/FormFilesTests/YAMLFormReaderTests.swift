import FormFiles
import Forms
import TestSupport
import Testing

@Suite struct YAMLFormReaderTests {
  private func load(_ text: String) throws -> LoadedForm {
    try FormFiles.load(Array(text.utf8), format: .yaml, fileName: "form.yaml")
  }

  private func problem(_ text: String) -> FormFileProblem? {
    do throws(FormFileProblem) {
      return try FormFiles.load(Array(text.utf8), format: .yaml, fileName: "form.yaml").problems.first
    } catch { return error }
  }

  private static let small = """
    form_id: khao_sat
    version: "2026112001"
    title: { vi: Phiếu, en: Form }
    default_language: vi
    instance_name: concat(${ten}, 'x')
    style: pages
    choices:
      loai:
        - { name: hkd, label: { vi: Hộ, en: Household }, nhom: a }
        - { name: htx, label: Hợp tác xã }
    survey:
      - { type: start, name: bat_dau }
      - type: group
        name: g
        children:
          - type: text
            name: ten
            label: { vi: Tên, en: Name }
            required: true
            constraint: string-length(.) >= 2
            missing: [dk, refused]
            bind::x:y: z
          - type: select_one loai
            name: loai
            choice_filter: "nhom = 'a'"
      - type: repeat
        name: r
        repeat_count: 2
        children: []
      - type: note
        name: n
        label: |
          dòng một ${ten}
          dòng hai
    entities:
      - { list_name: co_so, label: "${ten}", create_if: "${la_moi} = 'co'" }
    """

  @Test func everythingArrives() throws {
    let loaded = try load(Self.small)
    #expect(loaded.problems == [])
    let form = loaded.definition
    #expect(form.formID.text == "khao_sat")
    #expect(form.version == SourceText("2026112001", at: SourcePosition(file: "form.yaml", line: 2, column: 11)))
    #expect(form.title.text(in: "en") == "Form")
    #expect(form.settings["style"]?.text == "pages")
    #expect(form.survey.map(\.type.text) == ["start", "group", "repeat", "note"])
    let name = try #require(form.survey[1].children.first)
    #expect(name.texts[.label]?.text(in: "vi") == "Tên")
    #expect(name.columns[.required]?.text == "true")
    #expect(name.columns[.missing]?.text == "dk refused")
    #expect(name.extra.map(\.column) == ["bind::x:y"])
    #expect(name.columns[.constraint]?.position == SourcePosition(file: "form.yaml", line: 20, column: 21))
    #expect(
      form.survey[1].children[1].columns[.choiceFilter]
        == SourceText("nhom = 'a'", at: SourcePosition(file: "form.yaml", line: 25, column: 25)))
    let note = try #require(form.survey[3].texts[.label]?.entries.first?.text)
    #expect(note.text == "dòng một ${ten}\ndòng hai\n")
    #expect(note.position == SourcePosition(file: "form.yaml", line: 33, column: 7))
    guard case .rows(let rows) = form.choices[0].source else { throw TestFailure("rows") }
    #expect(rows.map(\.name.text) == ["hkd", "htx"])
    #expect(rows[0].extra.first?.column == "nhom")
    #expect(rows[1].label.text(in: "vi") == "Hợp tác xã")
    #expect(form.entities.first?.createIf?.text == "${la_moi} = 'co'")
  }

  @Test(arguments: [
    ("form_id: a\nsurvey:\n  - &x { type: text, name: a }\n", FormFileProblemCode.yamlAnchor, 3, 5),
    ("form_id: a\nsurvey:\n  - *x\n", .yamlAlias, 3, 5),
    ("form_id: !!str a\n", .yamlTag, 1, 10),
    ("form_id: a\nform_id: b\n", .duplicateKey, 2, 1),
    ("form_id: a\nsurvey:\n  - type: text\n    name: a\n    type: text\n", .duplicateKey, 5, 5),
    ("form_id: a\nsurvey:\n  - { type: text, name: a, type: date }\n", .duplicateKey, 3, 28),
    ("form_id: a\nsurvey: [\n", .yamlSyntax, 3, 1),
    ("form_id: a\nsurvey:\n  - { type: text, relevant: ${a} = 1 }\n", .yamlSyntax, 3, 30),
    ("form_id: a\nsurvey:\n  - type: text\n    constraint: 'a' = ${b}\n", .yamlSyntax, 4, 21),
    ("form_id: a\ntitel: x\n", .unknownColumn, 2, 1),
    ("form_id: a\nsurvey:\n  - { type: text, name: a, requird: true }\n", .unknownColumn, 3, 28),
    ("form_id: a\nsurvey:\n  - { name: a }\n", .missingType, 3, 5),
    ("form_id: a\nsurvey: text\n", .expectedList, 2, 9),
    ("form_id: a\nsurvey:\n  - text\n", .expectedMap, 3, 5),
    ("form_id: a\nsurvey:\n  - { type: [text], name: a }\n", .expectedText, 3, 13),
    ("- a\n", .expectedMap, 1, 1),
    ("title: a\n", .missingColumn, 1, 1),
    ("form_id: a\nchoices:\n  xa: { file: ../../etc/passwd.csv }\n", .fileMissing, 3, 15),
    ("a: 1\n---\nb: 2\n", .yamlSyntax, 2, 1),
  ])
  func problemsHavePlaces(_ text: String, _ code: FormFileProblemCode, _ line: Int, _ column: Int) {
    let found = problem(text)
    #expect(found?.code == code)
    #expect(found?.position.line == line)
    #expect(found?.position.column == column)
  }

  @Test func moreValuesThanAFormCanHaveAreRefused() {
    let text = "survey: [" + String(repeating: "a,", count: 300_001) + "a]"
    #expect(problem(text)?.code == .limit)
    #expect(problem(text)?.arguments == ["values", "600000"])
  }

  @Test func nearestNamesAreOffered() {
    #expect(problem("form_id: a\nsurvey:\n  - { type: text, requird: true }\n")?.arguments == ["requird", "required"])
    #expect(problem("form_id: a\nsurvey:\n  - { type: text, zzzzzzzz: true }\n")?.arguments == ["zzzzzzzz"])
  }

  @Test func whatLooksLikeAnAnchorInsideTextIsText() throws {
    let text = """
      form_id: a
      title: Tài chính & kế hoạch *quan trọng* !
      survey:
        - type: text
          name: a
          label: "x &y *z !t"
          hint: 'it''s &y'
          calculation: 2
            * 3
          constraint_message: >
            &khong *phai
            !neo
          guidance_hint: |
            - &a b

            *c
          required: true # &comment
        - {type: note, name: b, label: "a, &b", hint: a*b}
      """
    let loaded = try load(text)
    #expect(loaded.problems == [])
    #expect(loaded.definition.survey[0].columns[.calculation]?.text == "2 * 3")
    #expect(loaded.definition.survey[1].texts[.hint]?.text(in: "") == "a*b")
  }

  @Test func allMistakesAtOnce() throws {
    let loaded = try load("form_id: a\nfoo: 1\nsurvey:\n  - { name: x }\n  - { type: text, name: y, bar: 1 }\n  - 5\n")
    #expect(loaded.problems.map(\.code) == [.unknownColumn, .missingType, .unknownColumn, .expectedMap])
  }

  @Test func decomposedTextIsComposed() throws {
    let loaded = try load("form_id: a\ntitle: Phie\u{302}\u{301}u\n")
    #expect(loaded.definition.title.text(in: "").map { Array($0.unicodeScalars).count } == 5)
  }

  @Test func limitsHold() {
    #expect(problem(String(repeating: "#", count: (4 << 20) + 1))?.code == .fileTooLarge)
    #expect(problem("a: " + String(repeating: "[", count: 5_000))?.code == .tooDeep)
    let block = (0..<3_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(problem(block) != nil)
  }

  @Test func mutatedFormsNeverTrap() {
    var generator = SeededGenerator(test: "YAMLFormReaderTests")
    let source = Array(Self.small.utf8)
    let marks = Array("&*!{}[]:-#|>'\"\n \t%@`,?".utf8)
    for _ in 0..<1_500 {
      var bytes = source
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(marks[Int.random(in: 0..<marks.count, using: &generator)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 20))
        }
      }
      _ = try? FormFiles.load(bytes, format: .yaml, fileName: "form.yaml")
    }
  }
}

/// A test's own failure.
struct TestFailure: Error {
  let what: String
  init(_ what: String) { self.what = what }
}
