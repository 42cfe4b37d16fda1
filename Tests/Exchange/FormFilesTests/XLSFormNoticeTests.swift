import FormFiles
import Forms
import Testing

/// What a workbook holds and no form takes.
@Suite struct XLSFormNoticeTests {
  private func load(_ sheets: [(String, [[String]])]) throws -> LoadedForm {
    var builder = WorkbookBuilder()
    for (name, rows) in sheets { builder.add(name, rows) }
    return try FormFiles.load(builder.bytes, format: .xlsx, fileName: "f.xlsx")
  }

  private func notices(_ sheets: [(String, [[String]])]) throws -> [[String]] {
    let loaded = try load(sheets)
    #expect(loaded.problems == [])
    let problems = CheckedForm.check(loaded.definition).problems
    return problems.filter { [.unknownHeader, .unknownSheet, .choiceWithoutList].contains($0.code) }.map { problem in
      #expect(problem.code.isWarning)
      return [problem.position.cell ?? ""] + problem.arguments
    }
  }

  @Test func misspeltColumnsAreNamedWithTheirCell() throws {
    let found = try notices([
      (
        "survey",
        [
          ["type", "name", "label", "relevent", "constrant", "requred", "lable::vi", "empty", "xyzzyxyzzy"],
          ["text", "a", "A", "1 = 1", ". = 1", "yes", "A", "", "ghi"],
        ]
      ), ("settings", [["form_id", "versio", "defaut_language"], ["f", "1", "vi"]]),
    ])
    #expect(
      found == [
        ["settings!B1", "versio", "version"], ["settings!C1", "defaut_language", "default_language"],
        ["survey!D1", "relevent", "relevant"], ["survey!E1", "constrant", "constraint"],
        ["survey!F1", "requred", "required"], ["survey!G1", "lable::vi", "label::vi"], ["survey!I1", "xyzzyxyzzy", ""],
      ])
  }

  @Test func misspeltSheetsAndColumnsOfChoicesAreNamed() throws {
    let found = try notices([
      ("survey", [["type", "name", "label"], ["text", "a", "A"]]), ("choises", [["list_name", "name", "label"]]),
    ])
    #expect(found == [["choises!A1", "choises", "choices"]])
    let columns = try notices([
      ("survey", [["type", "name", "label"], ["select_one l", "a", "A"]]),
      ("choices", [["list_name", "name", "lable", "tinh"], ["l", "x", "X", "hn"], ["", "y", "Y"]]),
    ])
    #expect(columns == [["choices!C1", "lable", "label"], ["choices!B3", "y"]])
  }

  @Test func settingsThatCannotBe() throws {
    let rows = [["type", "name", "label"], ["text", "a", "A"]]
    let loaded = try load([("survey", rows), ("settings", [["form_id", "form_id"], ["f", "g"]])])
    #expect(loaded.problems.map(\.code) == [.duplicateColumn])
    #expect(loaded.problems.first?.position.cell == "settings!B1")
    let other = try load([("survey", rows), ("settings", [["form_id", "allow_choice_duplicates"], ["f", "maybe"]])])
    let problems = CheckedForm.check(other.definition).problems
    #expect(problems.map(\.code) == [.badYesNo])
    #expect(problems.first?.position.cell == "settings!B2")
  }

  @Test func brokenPatternsAreNamedAtTheirPlace() throws {
    func problems(_ constraint: String) throws -> [FormProblem] {
      let loaded = try load([("survey", [["type", "name", "label", "constraint"], ["text", "a", "A", constraint]])])
      return CheckedForm.check(loaded.definition).problems
    }
    let broken = try problems("regex(., 'ab[')")
    #expect(broken.map(\.code) == [.badPattern])
    #expect(broken.first?.position.cell == "survey!D2")
    #expect(broken.first?.position.column == 14)
    #expect(try problems(#"regex(., '\X+')"#).map(\.code) == [.unknownPattern])
    #expect(try problems(#"regex(., '\p{L}+') and regex(${a}, concat('[', 'a]'))"#).isEmpty)
  }

  @Test func tableListsGetTheNodesThatTheyHaveElsewhere() throws {
    let loaded = try load([
      (
        "survey",
        [
          ["type", "name", "label", "appearance"], ["text", "t", "T"], ["begin group", "g", "Nhóm", "table-list"],
          ["select_one l", "a", "A"], ["select_one l", "b", "B"], ["end group"],
          ["begin group", "g2", "", "table-list minimal"], ["note", "n", "N"], ["select_multiple l", "c", "C"],
          ["end group"],
        ]
      ), ("choices", [["list_name", "name", "label"], ["l", "1", "A"]]),
    ])
    let form = try #require(CheckedForm.check(loaded.definition).form)
    #expect(
      form.nodes.map(\.path).filter { $0.hasPrefix("/data/g") } == [
        "/data/g", "/data/g/generated_table_list_label_3", "/data/g/reserved_name_for_field_list_labels_4",
        "/data/g/a", "/data/g/b", "/data/g2", "/data/g2/n", "/data/g2/reserved_name_for_field_list_labels_9",
        "/data/g2/c",
      ])
    try RoundTrip(loaded.definition, through: .xlsx).expectTheSame()
  }
}
