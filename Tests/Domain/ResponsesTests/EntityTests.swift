import Expressions
import Forms
import JSON
import Responses
import Testing

@Suite("Entities and what others take")
struct EntityTests {
  @Test("a finished form creates an entity, or updates the one it names")
  func changes() throws {
    var survey = [
      FormFixture.row("text", "ten", [.saveTo: "ten_co_so"]), FormFixture.row("text", "ma"),
      FormFixture.row("integer", "lao_dong", [.saveTo: "lao_dong", .relevant: "${ten} != ''"]),
    ]
    var definition = FormFixture.definition(survey)
    definition.entities = [
      EntityRow(
        listName: SourceText("co_so"), label: SourceText("concat(${ten}, '!')"), entityID: SourceText("${ma}"),
        createIf: SourceText("${ma} = ''"), updateIf: SourceText("${ma} != ''"))
    ]
    var response = FormFixture.open(try #require(CheckedForm.check(definition).form))
    response.set("/data/ten", "Lò gạch")
    let created = try #require(response.entityChanges().first)
    #expect(created.action == .create)
    #expect(created.label == "Lò gạch!")
    #expect(created.id.count == 36)
    #expect(created.id == response.entityChanges().first?.id)
    #expect(created.properties.map(\.name) == ["ten_co_so", "lao_dong"])
    response.set("/data/ma", "e1")
    #expect(response.entityChanges().map(\.action) == [.update])
    #expect(response.entityChanges().first?.id == "e1")
    survey[0].columns[.saveTo] = SourceText("label")
    definition.survey = survey
    #expect(CheckedForm.check(definition).problems.map(\.code).contains(.badPropertyName))
  }

  @Test("every row of a repeat makes its entity")
  func rows() throws {
    var definition = FormFixture.definition([
      FormFixture.row("repeat", "r", children: [FormFixture.row("text", "ten", [.saveTo: "ten"])])
    ])
    definition.entities = [EntityRow(listName: SourceText("may"), label: SourceText("${ten}"))]
    var response = FormFixture.open(try #require(CheckedForm.check(definition).form))
    response.add("/data/r", "b")
    response.set("/data/r[1]/ten", "Tiện")
    response.set("/data/r[2]/ten", "Phay")
    let changes = response.entityChanges()
    #expect(changes.map(\.label) == ["Tiện", "Phay"])
    #expect(Set(changes.map(\.id)).count == 2)
    #expect(changes.last?.row?.description == "/data/r{b}")
  }

  @Test("entity lists as they are now take the place of the form's own")
  func lists() throws {
    var definition = FormFixture.definition([
      FormFixture.row("select_one_from_file co_so.csv", "co_so"),
      FormFixture.row(
        "calculate", "n",
        [
          .calculation: "instance('co_so')/root/item[name = ${co_so}]/lao_dong"
        ]),
    ])
    definition.entities = [EntityRow(listName: SourceText("co_so"), label: SourceText("'x'"))]
    let form = try #require(CheckedForm.check(definition).form)
    var list = Document()
    let root = list.appendElement("root", to: .document)
    let item = list.appendElement("item", to: root)
    list.appendElement("name", to: item, value: "e1")
    list.appendElement("label", to: item, value: "Lò gạch")
    list.appendElement("lao_dong", to: item, value: "12")
    var response = Response(form: form, instanceID: "1", opened: FormFixture.moment, lists: ["co_so": list])
    #expect(response.set("/data/co_so", "e1") == .ok)
    #expect(response.leaf("/data/n") == "12")
    #expect(response.items.first?.display == "Lò gạch")
    #expect(response.set("/data/co_so", "e2") == .choice)
  }

  @Test("the last saved response, presets, and what is submitted")
  func surroundings() throws {
    let survey = [
      FormFixture.row("text", "a", [.defaultValue: "${last-saved#a}"]),
      FormFixture.row("text", "b", [.relevant: "${a} = 'x'"]),
      FormFixture.row("repeat", "r", children: [FormFixture.row("text", "c")]),
    ]
    let form = try #require(FormFixture.check(survey).form)
    var first = FormFixture.open(form)
    #expect(first.leaf("/data/a") == "")
    first.set("/data/a", "x")
    first.set("/data/b", "y")
    let second = Response(
      form: form, instanceID: "2", opened: FormFixture.moment, preset: ["/data/r[2]/c": "given", "/data/b": "kept"],
      lastSaved: first.submissionDocument)
    #expect(second.leaf("/data/a") == "x")
    #expect(second.leaf("/data/b") == "kept")
    #expect(second.leaf("/data/r[2]/c") == "given")
    first.set("/data/a", "z")
    let document = first.submissionDocument
    let root = try #require(document.root)
    #expect(document.children(of: root).map { document.name(of: $0) } == ["a", "r", "meta"])
    #expect(first.answers()["r"]?[0]?["c"]?.stringValue == "")
  }

  @Test("the language is switched live")
  func language() throws {
    let label = Localised([
      .init(language: "vi", text: SourceText("Xã ${a}")), .init(language: "en", text: SourceText("Commune ${a}")),
    ])
    var question = FormFixture.row("select_one l", "q")
    question.texts[.label] = label
    let list = ChoiceList(
      name: "l",
      source: .rows([
        ChoiceRow(
          name: SourceText("c"),
          label: Localised([
            .init(language: "vi", text: SourceText("Có")), .init(language: "en", text: SourceText("Yes")),
          ]))
      ]))
    let name = FormFixture.row("calculate", "ten", [.calculation: "jr:choice-name(${q}, '${q}')"])
    var definition = FormFixture.definition([FormFixture.row("text", "a"), question, name], choices: [list])
    definition.defaultLanguage = SourceText("vi")
    var response = FormFixture.open(try #require(CheckedForm.check(definition).form))
    response.set("/data/a", "7")
    response.set("/data/q", "c")
    #expect(response.text(.label, at: try #require(FieldPath("/data/q"))) == "Xã 7")
    #expect(response.leaf("/data/ten") == "Có")
    response.language = "en"
    #expect(response.text(.label, at: try #require(FieldPath("/data/q"))) == "Commune 7")
    #expect(response.leaf("/data/ten") == "Yes")
    #expect(response.display(try #require(FieldPath("/data/q"))) == "Yes")
  }
}
