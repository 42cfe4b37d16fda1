import Expressions
import Forms
import Testing

@Suite("Checking forms")
struct FormCheckTests {
  private static func row(_ type: String, _ name: String?, _ columns: [Column: String] = [:], line: Int = 1)
    -> SurveyRow
  {
    let place = SourcePosition(file: "form.yaml", line: line, column: 5)
    return SurveyRow(
      type: SourceText(type, at: place), name: name.map { SourceText($0, at: place) },
      columns: columns.mapValues { SourceText($0, at: SourcePosition(file: "form.yaml", line: line, column: 20)) },
      texts: [.label: Localised(SourceText("?", at: place))], position: place)
  }

  private static func problems(_ survey: [SurveyRow], choices: [ChoiceList] = []) -> [FormProblem] {
    let definition = FormDefinition(formID: SourceText("f"), survey: survey, choices: choices)
    return CheckedForm.check(definition).problems
  }

  @Test(
    "each mistake has its code",
    arguments: [
      (row("txt", "a"), FormProblemCode.unknownType), (row("text", nil), .missingName),
      (row("text", "1a"), .illegalName),
      (row("integer", "a", [.constraint: "${b} > 1"]), .unknownReference),
      (row("integer", "a", [.constraint: ". > "]), .expressionSyntax),
      (row("integer", "a", [.constraint: "foo(.)"]), .unknownFunction),
      (row("integer", "a", [.constraint: "round()"]), .wrongArity), (row("select_one", "a"), .missingListName),
      (row("select_one xa", "a"), .missingChoiceList), (row("calculate", "a"), .missingCalculation),
      (row("calculate", "a", [.calculation: "${a} + 1"]), .selfReference),
      (row("range", "a", [.parameters: "stat=1"]), .unknownParameter),
      (row("range", "a", [.parameters: "start=x"]), .badParameter),
      (row("range", "a", [.parameters: "start=5 end=1"]), .badParameter),
      (row("calculate", "a", [.calculation: "1", .trigger: "${b}"]), .unknownReference),
      (row("repeat", "a", [.repeatCount: "many"]), .badRepeatCount),
      (row("integer", "a", [.missing: "lost"]), .unknownMissingReason),
      (row("text", "a", [.ime: "qwerty"]), .unknownInputMethod), (row("text", "a", [.personal: "maybe"]), .badYesNo),
      (row("text", "a", [.saveTo: "__id"]), .badPropertyName),
      (row("date", "a", [.defaultValue: "hôm qua"]), .badDefault),
      (row("text", "a", [.repeatCount: "2"]), .columnNotAllowed),
      (row("select_one_from_file x.csv", "a"), .missingFile),
      (row("calculate", "a", [.calculation: "instance('x')/root/item"]), .missingInstance),
    ])
  func codes(row: SurveyRow, code: FormProblemCode) {
    #expect(Self.problems([row]).map(\.code).contains(code))
  }

  @Test("all problems are named at once, in the order of the form")
  func everything() {
    let found = Self.problems([
      Self.row("txt", "a", line: 2), Self.row("text", "a", line: 4),
      Self.row("integer", "c", [.constraint: ". > ${nobody}", .relevant: "1 +"], line: 6),
    ])
    #expect(found.map(\.code) == [.unknownType, .duplicateName, .expressionSyntax, .unknownReference])
    #expect(found.map(\.position.line) == [2, 4, 6, 6])
    #expect(found.last?.position.column == 24)
  }

  @Test("a cycle is named with its path")
  func cycles() {
    let found = Self.problems([
      Self.row("calculate", "a", [.calculation: "${b} + 1"]), Self.row("calculate", "b", [.calculation: "${c} + 1"]),
      Self.row("calculate", "c", [.calculation: "${a} + 1"]),
    ])
    #expect(found.map(\.code) == [.cycle])
    #expect(Set(found[0].arguments) == ["/data/a", "/data/b", "/data/c"])
    #expect(found[0].arguments.first == found[0].arguments.last)
    #expect(Self.problems([Self.row("text", "a", [.relevant: "${a} = 1"])]).map(\.code) == [.selfReference])
    #expect(Self.problems([Self.row("integer", "a", [.constraint: ". > ${a}"])]).isEmpty)
  }

  @Test("choices: the same one twice, spaces where several are taken")
  func choices() {
    let list = ChoiceList(
      name: "l", source: .rows(["a", "a", "b c"].map { ChoiceRow(name: SourceText($0)) }))
    #expect(Self.problems([Self.row("select_one l", "x")], choices: [list]).map(\.code) == [.duplicateChoice])
    #expect(
      Set(Self.problems([Self.row("select_multiple l", "x")], choices: [list]).map(\.code))
        == [.duplicateChoice, .choiceWithSpace])
  }

  @Test("a near name is offered")
  func nearName() {
    let found = Self.problems([Self.row("text", "ten_co_so"), Self.row("text", "b", [.relevant: "${ten_coso} != ''"])])
    #expect(found.first?.arguments == ["ten_coso", "ten_co_so"])
  }

  @Test("references: absolute outside of repeats, relative inside the same row")
  func expansion() throws {
    var outer = Self.row("repeat", "o")
    var inner = Self.row("repeat", "i")
    inner.children = [Self.row("integer", "y", [.relevant: "${x} > ${z}"])]
    outer.children = [
      Self.row("integer", "x", [.constraint: "count(${i}[y > ${z}]) = 0 and /data/o/x2 = 1"]), inner,
      Self.row("integer", "x2"),
    ]
    let survey = [
      Self.row("integer", "z"), outer,
      Self.row("calculate", "s", [.calculation: "sum(${y}) + indexed-repeat(${x}, ${o}, 1)"]),
    ]
    let form = try #require(CheckedForm.check(FormDefinition(formID: SourceText("f"), survey: survey)).form)
    #expect(form.node(at: "/data/o/i/y")?.relevant?.formula.source == "../../x > /data/z")
    #expect(form.node(at: "/data/o/x")?.constraint?.formula.source == "count(../i[y > /data/z]) = 0 and ../x2 = 1")
    #expect(
      form.node(at: "/data/s")?.calculation?.formula.source
        == "sum(/data/o/i/y) + indexed-repeat(/data/o/x, /data/o, 1)")
  }
}
