import Expressions
import Forms
import Responses
import Testing

@Suite("Choices and their labels")
struct ChoiceLabelTests {
  private static func list(_ name: String, _ choices: (String, String)...) -> ChoiceList {
    ChoiceList(
      name: name,
      source: .rows(choices.map { ChoiceRow(name: SourceText($0.0), label: Localised(SourceText($0.1))) }))
  }

  private func open(_ survey: [SurveyRow], _ choices: [ChoiceList]) throws -> Response {
    let checked = FormFixture.check(survey, choices: choices)
    #expect(checked.errors.isEmpty, "\(checked.errors)")
    return FormFixture.open(try #require(checked.form))
  }

  @Test("a label that refers to a question says its answer, in choices, displays and jr:choice-name")
  func references() throws {
    var response = try open(
      [
        FormFixture.row("text", "b"), FormFixture.row("select_one l", "s"), FormFixture.row("select_multiple l", "m"),
        FormFixture.row("calculate", "c", [.calculation: "jr:choice-name(${s}, '${s}')"]),
      ], [Self.list("l", ("x", "Một ${b}"), ("y", "Hai"))])
    let select = try #require(response.fieldPath("/data/s"))
    response.set("/data/b", "nhà")
    #expect(response.choices(for: select).map(\.label) == ["Một nhà", "Hai"])
    response.set("/data/s", "x")
    response.set("/data/m", "y x")
    #expect(response.display(select) == "Một nhà")
    #expect(response.display(try #require(response.fieldPath("/data/m"))) == "Hai, Một nhà")
    #expect(response.leaf("/data/c") == "Một nhà")
    response.set("/data/b", "chợ")
    #expect(response.display(select) == "Một chợ")
    #expect(response.leaf("/data/c") == "Một chợ")
  }

  @Test("in a repeat a label refers to the row of its select")
  func rows() throws {
    var response = try open(
      [
        FormFixture.row(
          "repeat", "r",
          children: [
            FormFixture.row("text", "b"), FormFixture.row("select_one l", "s"),
            FormFixture.row("calculate", "c", [.calculation: "jr:choice-name(${s}, '${s}')"]),
          ])
      ], [Self.list("l", ("x", "Một ${b}"))])
    response.add("/data/r", "aa")
    for (row, text) in [(1, "nhà"), (2, "chợ")] {
      response.set("/data/r[\(row)]/b", text)
      response.set("/data/r[\(row)]/s", "x")
    }
    #expect(response.display(try #require(response.fieldPath("/data/r[1]/s"))) == "Một nhà")
    #expect(response.display(try #require(response.fieldPath("/data/r[2]/s"))) == "Một chợ")
    #expect(response.leaf("/data/r[1]/c") == "Một nhà")
    #expect(response.leaf("/data/r[2]/c") == "Một chợ")
    response.set("/data/r[2]/b", "vườn")
    #expect(response.leaf("/data/r[1]/c") == "Một nhà")
    #expect(response.leaf("/data/r[2]/c") == "Một vườn")
  }

  @Test("a label that names itself ends")
  func itself() throws {
    var response = try open(
      [
        FormFixture.row("select_one l", "s"),
        FormFixture.row("calculate", "c", [.calculation: "jr:choice-name('x', '${s}')"]),
      ], [Self.list("l", ("x", "Một ${=jr:choice-name('x', '/data/s')}"))])
    response.set("/data/s", "x")
    #expect(response.leaf("/data/c")?.hasPrefix("Một Một") == true)
  }

  @Test("a reference to nothing in a label is a problem of the form")
  func unknown() {
    let checked = FormFixture.check(
      [FormFixture.row("select_one l", "s")], choices: [Self.list("l", ("x", "Một ${nobody}"))])
    #expect(checked.errors.map(\.code) == [.unknownReference])
  }

  @Test("each select on one file has its own columns")
  func columns() throws {
    var document = Document()
    let root = document.appendElement("root", to: .document)
    for (name, label, code, title) in [("1", "Mot", "m1", "Ten1"), ("2", "Hai", "m2", "Ten2")] {
      let item = document.appendElement("item", to: root)
      for (column, text) in [("name", name), ("label", label), ("ma", code), ("ten", title)] {
        document.appendElement(column, to: item, value: text)
      }
    }
    var definition = FormFixture.definition([
      FormFixture.row("select_one_from_file ds.csv", "a"),
      FormFixture.row("select_one_from_file ds.csv", "b", [.parameters: "value=ma label=ten"]),
      FormFixture.row("calculate", "ca", [.calculation: "jr:choice-name(${a}, '${a}')"]),
      FormFixture.row("calculate", "cb", [.calculation: "jr:choice-name(${b}, '${b}')"]),
    ])
    definition.files["ds.csv"] = document
    var response = FormFixture.open(try #require(CheckedForm.check(definition).form))
    #expect(response.set("/data/a", "1") == .ok)
    #expect(response.set("/data/b", "m2") == .ok)
    #expect(response.set("/data/b", "2") == .choice)
    response.set("/data/b", "m2")
    #expect(response.leaf("/data/ca") == "Mot")
    #expect(response.leaf("/data/cb") == "Ten2")
    #expect(response.display(try #require(response.fieldPath("/data/b"))) == "Ten2")
    #expect(response.choices(for: try #require(response.fieldPath("/data/a"))).map(\.label) == ["Mot", "Hai"])
  }

  @Test("the name of a choice of which one is taken may hold a space")
  func spaces() throws {
    let lists = [Self.list("l", ("a b", "A B"), ("c", "C"))]
    for filter in [[:], [Column.choiceFilter: "name != 'c'"]] {
      var response = try open([FormFixture.row("select_one l", "s", filter)], lists)
      #expect(response.set("/data/s", "a b") == .ok)
      #expect(response.problems.isEmpty)
      #expect(response.set("/data/s", "a") == .choice)
    }
  }

  @Test("names that differ only in case are two names, with a warning")
  func similarNames() throws {
    let checked = CheckedForm.check(
      FormFixture.definition([FormFixture.row("text", "a"), FormFixture.row("text", "A")]))
    #expect(checked.problems.map(\.code) == [.similarName])
    var response = FormFixture.open(try #require(checked.form))
    response.set("/data/A", "x")
    #expect(response.leaf("/data/a") == "")
    #expect(response.leaf("/data/A") == "x")
    let same = FormFixture.check([
      FormFixture.row("text", "a"), FormFixture.row("text", "A"), FormFixture.row("text", "A"),
    ])
    #expect(same.errors.map(\.code) == [.duplicateName])
  }
}
