import FormFiles
import Forms
import Testing

@Suite struct XLSFormReaderTests {
  private func load(_ builder: WorkbookBuilder) throws -> LoadedForm {
    try FormFiles.load(builder.bytes, format: .xlsx, fileName: "phieu.xlsx")
  }

  private func survey(_ rows: [[String]]) throws -> LoadedForm {
    var builder = WorkbookBuilder()
    builder.add("survey", rows)
    return try load(builder)
  }

  @Test func aWholeForm() throws {
    var builder = WorkbookBuilder()
    builder.add(
      "Survey",
      [
        ["type", "name", "label::Vietnamese (vi)", "label::English (en)", "required", "constraint", "media::image"],
        ["begin group", "g", "Nhóm"],
        ["text", "ten", "Tên", "Name", "yes", ". != \u{2018}x\u{2019}", "a.png"],
        ["select_one  xa", "xa", "Xã"],
        ["end group"],
        ["note", "", "Hết"],
      ])
    builder.add(
      "choices",
      [
        ["list name", "value", "label::Vietnamese (vi)", "tinh", "ghi chú cho tôi"], ["xa", "1", "Một", "hn", "x"],
        ["", "bỏ qua"], ["xa", "2", "Hai"], ["b", "x", "X"],
      ])
    builder.add(
      "settings",
      [["form_id", "form_title", "version", "default_language", "style"], ["f", "Phiếu", "3", "vi", "pages"]])
    builder.add("entities", [["dataset", "label"], ["co_so", "${ten}"]])
    let loaded = try load(builder)
    #expect(loaded.problems == [])
    let form = loaded.definition
    #expect(form.formID.text == "f")
    #expect(form.title.text(in: "") == "Phiếu")
    #expect(form.settings["style"]?.text == "pages")
    #expect(form.survey.map(\.type.text) == ["group", "note"])
    #expect(form.survey[1].name?.text == "generated_note_name_6")
    let ten = try #require(form.survey[0].children.first)
    #expect(ten.texts[.label]?.languages == ["Vietnamese (vi)", "English (en)"])
    #expect(ten.columns[.constraint]?.text == ". != 'x'")
    #expect(ten.columns[.constraint]?.position.cell == "survey!F3")
    #expect(ten.texts[.image]?.text(in: "") == "a.png")
    #expect(form.survey[0].children[1].type.text == "select_one xa")
    #expect(form.choices.map(\.name) == ["xa", "b"])
    guard case .rows(let rows) = form.choices[0].source else { throw TestFailure("rows") }
    #expect(rows.map(\.name.text) == ["1", "2"])
    #expect(rows[0].extra.map(\.column) == ["tinh"])
    #expect(form.entities.first?.listName.text == "co_so")
  }

  @Test func oldSpellingsAreUnderstood() throws {
    let loaded = try survey([
      ["Command", "Tag", "Caption:English", "HINT", "Relevance", "ReadOnly", "Calculate", "Required Message"],
      ["Begin_Repeat", "r", "R"], ["Begin Looped Group", "l"], ["end_lgroup"], ["END REPEAT"],
      ["int", "n", "N", "h", "1=1", "yes", "1+1", "cần"],
    ])
    #expect(loaded.problems == [])
    #expect(loaded.definition.formID.text == "phieu")
    #expect(loaded.definition.survey.map(\.type.text) == ["repeat", "int"])
    #expect(loaded.definition.survey[0].children.map(\.type.text) == ["repeat"])
    let row = loaded.definition.survey[1]
    #expect(row.texts[.label]?.languages == ["English"])
    #expect(row.columns[.relevant]?.text == "1=1")
    #expect(row.columns[.readOnly]?.text == "yes")
    #expect(row.columns[.calculation]?.text == "1+1")
    #expect(row.texts[.requiredMessage]?.text(in: "") == "cần")
  }

  @Test func beginsAndEndsThatDoNotMatchNameTheirCells() throws {
    let mismatch = try survey([["type", "name"], ["begin group", "g"], ["text", "a"], ["end repeat"]])
    #expect(mismatch.problems.map(\.code) == [.beginEndMismatch])
    #expect(mismatch.problems[0].position.cell == "survey!A4")
    #expect(mismatch.problems[0].arguments == ["repeat", "group", "g", "survey!A2"])
    let open = try survey([["type", "name"], ["begin group", "g"], ["text", "a"]])
    #expect(open.problems.map(\.code) == [.beginWithoutEnd])
    #expect(open.problems[0].position.cell == "survey!A2")
    let end = try survey([["type", "name"], ["end group"], ["text", "a"]])
    #expect(end.problems.map(\.code) == [.endWithoutBegin])
  }

  @Test func rowsToSkipAndRowsToName() throws {
    let loaded = try survey([
      ["type", "name", "label", "disabled", "ghi chú"], [], ["", "", "", "", "chỉ là ghi chú"],
      ["text", "a", "A", "yes"],
      ["text", "b", "B", "no"], ["", "c", "C"],
    ])
    #expect(loaded.definition.survey.map { $0.name?.text } == ["b"])
    #expect(loaded.problems.map(\.code) == [.missingType])
    #expect(loaded.problems[0].position.cell == "survey!B6")
  }

  @Test func headersTwiceOrMissing() throws {
    let twice = try survey([["type", "name", "relevant", "relevance"], ["text", "a", "1", "2"]])
    #expect(twice.problems.map(\.code) == [.duplicateColumn])
    #expect(twice.problems[0].position.cell == "survey!D1")
    #expect(try survey([["loại", "name"], ["text", "a"]]).problems.map(\.code) == [.missingColumn])
    var builder = WorkbookBuilder()
    builder.add("servey", [["type"]])
    builder.add("khác", [["x"]])
    #expect(throws: FormFileProblem(.missingSheet, at: SourcePosition(file: "phieu.xlsx"), ["survey", "servey"])) {
      try load(builder)
    }
  }

  @Test func cellsOfEveryKind() throws {
    var builder = WorkbookBuilder()
    builder.sharedStrings = [
      "<t>type</t>", "<t>name</t>", "<t>default</t>", "<r><t>te</t></r><r><t>xt</t></r><rPh><t>no</t></rPh>",
      "<t xml:space=\"preserve\"> Hà_x000D_\u{A0}Nội </t>", "<t>label</t>",
    ]
    builder.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0 &quot;d&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs>
      """
    func row(_ number: Int, _ cell: String) -> String {
      "<row r=\"\(number)\"><c r=\"A\(number)\" t=\"s\"><v>3</v></c><c r=\"B\(number)\" t=\"str\"><v>n\(number)</v></c>\(cell)</row>"
    }
    let cells = [
      "<c t=\"s\"><v>4</v></c>", "<c><v>12.0</v></c>", "<c><v>0.10000000000000001</v></c>", "<c t=\"b\"><v>1</v></c>",
      "<c s=\"1\"><v>46346</v></c>", "<c s=\"2\"><v>46346.5</v></c>", "<c s=\"3\"><v>7</v></c>",
      "<c s=\"4\"><v>0.25</v></c>",
      "<c t=\"str\"><f>A1</f><v>kết quả</v></c>", "<c t=\"e\"><v>#REF!</v></c>", "<c><f>1+1</f></c>",
      "<c><v>2026112001</v></c>",
    ]
    var xml = "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"s\"><v>2</v></c></row>"
    for (place, cell) in cells.enumerated() { xml += row(place + 2, cell) }
    builder.sheets.append(("survey", xml + "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"))
    let loaded = try load(builder)
    #expect(loaded.definition.survey.allSatisfy { $0.type.text == "text" })
    #expect(
      loaded.definition.survey.map { $0.columns[.defaultValue]?.text } == [
        "Hà Nội", "12", "0.1", "TRUE", "2026-11-20", "2026-11-20T12:00:00", "7", "06:00:00", "kết quả", nil, nil,
        "2026112001",
      ])
    #expect(loaded.problems.map(\.code) == [.cellError, .cellFormula])
    #expect(loaded.problems.map(\.position.cell) == ["survey!C11", "survey!C12"])
  }

  @Test func settingsInTheSurveyAndDecomposedText() throws {
    let loaded = try survey([
      ["type", "name", "label"], ["set form id", "abc"], ["set_form_title", "Tiêu đề"],
      ["text", "te\u{302}n", "Te\u{302}n"],
    ])
    #expect(loaded.definition.formID.text == "abc")
    #expect(loaded.definition.title.text(in: "") == "Tiêu đề")
    #expect(loaded.definition.survey[0].name.map { Array($0.text.unicodeScalars).count } == 3)
  }
}
