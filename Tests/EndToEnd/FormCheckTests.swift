import Testing

/// Mistakes in a form: all of them named in one run, each at its place.
@Suite(.serialized)
struct FormCheckTests {
  private let form = """
    form_id: mistakes
    version: "1"
    title: Mistakes
    default_language: vi
    choices:
      colours:
        - { name: red, label: Red }
        - { name: red, label: Red again }
    survey:
      - { type: txet, name: a, label: A }
      - { type: text, label: no name }
      - { type: text, name: 1b, label: B }
      - { type: text, name: c, label: C }
      - { type: text, name: c, label: C again }
      - { type: integer, name: d, label: D, relevant: "${nowhere} > 1" }
      - { type: integer, name: e, label: E, constraint: ". > (1" }
      - { type: integer, name: f, label: F, constraint: "nosuch(.) = 1" }
      - { type: integer, name: g, label: G, constraint: "pow(.) = 1" }
      - { type: select_one shapes, name: h, label: H }
      - { type: select_one colours, name: i, label: I }
      - { type: calculate, name: j, calculation: "${k} + 1" }
      - { type: calculate, name: k, calculation: "${j} + 1" }
      - { type: text, name: l, label: L, missing: [never] }
    """

  @Test func `twelve mistakes of meaning are named with line and column in one run`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("forms/mistakes/form.yaml", form)
    let result = try Program.run(["form", "check", path, "--lang", "en"])
    #expect(result.exit == 1)
    let expected = [
      (8, "FRM-014"), (10, "FRM-001"), (11, "FRM-002"), (12, "FRM-003"), (14, "FRM-004"), (15, "FRM-005"),
      (16, "FRM-007"), (17, "FRM-008"), (18, "FRM-009"), (19, "FRM-012"), (21, "FRM-017"), (23, "FRM-027"),
    ]
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.count == expected.count, "\(result.output)")
    for (line, code) in expected {
      #expect(lines.contains { $0.hasPrefix("\(path):\(line):") && $0.contains(" \(code) ") }, "\(line) \(code)")
    }
  }

  @Test func `a syntax error and a key given twice are named with their place`() throws {
    let folder = try TemporaryFolder()
    let open = try folder.write("a/form.yaml", "form_id: x\nsurvey:\n  - { type: text, name: a, label: \"A }\n")
    let syntax = try Program.run(["form", "check", open])
    #expect(syntax.exit == 1)
    #expect(syntax.output.hasPrefix("\(open):4:1: yaml-syntax"), "\(syntax.output)")
    let twice = try folder.write(
      "b/form.yaml", "form_id: x\nform_id: y\nsurvey:\n  - { type: text, name: a, label: A }\n")
    let repeated = try Program.run(["form", "check", twice])
    #expect(repeated.exit == 1)
    #expect(repeated.output.hasPrefix("\(twice):2:1: duplicate-key"), "\(repeated.output)")
  }
}
