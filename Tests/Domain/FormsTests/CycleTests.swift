import Expressions
import Forms
import Testing

/// What JavaRosa refuses with "Cycle detected", and what it takes.
@Suite("Conditions that wait for each other")
struct CycleTests {
  private static func row(
    _ type: String, _ name: String, _ columns: [Column: String] = [:], _ children: [SurveyRow] = []
  )
    -> SurveyRow
  {
    SurveyRow(
      type: SourceText(type), name: SourceText(name), columns: columns.mapValues { SourceText($0) },
      texts: [.label: Localised(SourceText(name))], children: children)
  }

  private static func problems(_ survey: [SurveyRow]) -> [FormProblem] {
    CheckedForm.check(FormDefinition(formID: SourceText("f"), survey: survey)).problems.filter { !$0.code.isWarning }
  }

  private static let refused: [([SurveyRow], [String])] = [
    ([row("integer", "x", [.required: "${x} > 1"])], ["/data/x"]),
    ([row("integer", "x", [.required: ". = 1"])], ["/data/x"]),
    ([row("integer", "x", [.readOnly: "${x} > 1"])], ["/data/x"]),
    (
      [row("integer", "a", [.required: "${b} = ''"]), row("integer", "b", [.required: "${a} = ''"])],
      ["/data/a", "/data/b", "/data/a"]
    ),
    (
      [row("integer", "a", [.required: "${b} = 1"]), row("integer", "b", [.relevant: "${a} > 1"])],
      ["/data/a", "/data/b", "/data/a"]
    ),
    (
      [row("integer", "a", [.readOnly: "${b} = 1"]), row("calculate", "b", [.calculation: "${a} + 1"])],
      ["/data/a", "/data/b", "/data/a"]
    ),
    (
      [
        row("group", "g", [.relevant: "${o} > 1"], [row("integer", "x")]),
        row("integer", "o", [.required: "${x} > 1"]),
      ], ["/data/g/x", "/data/o", "/data/g", "/data/g/x"]
    ),
    ([row("repeat", "r", [:], [row("integer", "x", [.required: "sum(${x}) > 1"])])], ["/data/r/x"]),
  ]

  @Test("a ring through required or readonly is named with its path", arguments: refused)
  func rings(survey: [SurveyRow], path: [String]) {
    let found = Self.problems(survey)
    #expect(found.map(\.code) == [path.count > 1 ? .cycle : .selfReference])
    #expect(found.first?.arguments == path)
  }

  private static let taken: [[SurveyRow]] = [
    [row("integer", "a", [.constraint: "${b} > 1"]), row("integer", "b", [.required: "${a} > 1"])],
    [row("integer", "x", [.constraint: ". > 1 and ${x} < 5"])],
    [row("group", "g", [.readOnly: "${x} > 1"], [row("integer", "x")])],
    [row("group", "g", [.required: "${x} > 1"], [row("integer", "x")])],
    [
      row("group", "g", [.readOnly: "${o} = 1"], [row("integer", "x")]), row("integer", "o", [.required: "${x} = 1"]),
    ],
    [row("repeat", "r", [:], [row("integer", "x", [.required: "count(${r}) > 1"])])],
    [row("repeat", "r", [:], [row("integer", "x", [.readOnly: "position(..) > 1"])])],
    [row("integer", "x", [.required: "1 > 2"])],
    [
      row("integer", "n", [.required: "1 > 2"]), row("integer", "m", [.required: "${n} > 1"]),
      row("repeat", "r", [.relevant: "position(.) <= ${n}"], [row("integer", "x")]),
    ],
    [row("integer", "a"), row("integer", "b", [.required: "${a} > 1", .relevant: "${a} > 0"])],
  ]

  @Test("what goes in no ring is taken", arguments: taken)
  func free(survey: [SurveyRow]) { #expect(Self.problems(survey).isEmpty) }
}
