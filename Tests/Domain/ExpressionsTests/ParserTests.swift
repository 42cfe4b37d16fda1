import Expressions
import TestSupport
import Testing

@Suite struct ParserTests {
  private func problem(_ expression: String) -> ExpressionProblem? {
    do {
      _ = try Formula(parsing: expression)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("1 +", 3, "operand"), ("(1", 2, "closing-parenthesis"), ("a[1", 3, "closing-bracket"),
    ("'abc", 0, "closing-quote"),
    ("concat(1,", 9, "operand"), ("/data/", 6, "step"), ("a b", 2, "operator"), ("1 # 2", 2, "token"),
    ("bad-axis::x", 0, "axis"), ("concat('a' 'b')", 11, "comma-or-parenthesis"), ("$", 1, "name"),
    ("", 0, "operand"), ("tuổi >= ", 8, "operand"),
  ])
  func problemsPointAtTheirPlace(expression: String, offset: Int, expected: String) {
    let found = problem(expression)
    #expect(found?.code == .syntax)
    #expect(found?.at == offset)
    #expect(found?.arguments.last == expected)
  }

  @Test func depthAndLengthAreLimited() {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(problem(deep)?.code == .limit)
    let nested = String(repeating: "not(", count: 3000) + "1" + String(repeating: ")", count: 3000)
    #expect(problem(nested)?.code == .limit)
    #expect(problem(String(repeating: "1+", count: 40_000) + "1")?.code == .limit)
    #expect(problem(String(repeating: "1+", count: 20_000) + "1") == nil)
  }

  @Test func longChainsAreEvaluated() throws {
    let sum = String(repeating: "1+", count: 20_000) + "1"
    #expect(try Formula(parsing: sum).text(in: .sample) == "20001")
    let any = String(repeating: "1 = 2 or ", count: 5_000) + "true()"
    #expect(try Formula(parsing: any).truth(in: .sample))
    let minus = String(repeating: "-", count: 20_001) + "5"
    #expect(try Formula(parsing: minus).text(in: .sample) == "-5")
  }

  /// Changed expressions are accepted or refused, and evaluated or refused, but nothing else happens.
  @Test func changedExpressionsNeverCrash() {
    let seeds =
      FunctionTable.all.flatMap(\.examples).map(\.expression) + [
        "/data/a[position() = last()]/../b | //c[@x = '1'][2]", "instance('xa')/root/item[name = current()/../x]/label",
        "if(selected(/data/s, 'a') and not(. > 3.5), -2 * (1 + 2) mod 3, '')",
        "a/following-sibling::*[1]/descendant::b",
      ]
    let pieces = [
      "(", ")", "[", "]", "/", "//", "..", "@", "'", "\"", "*", "-", "::", ",", "$", "0", "đ", " or ", "|", "last()",
    ]
    var random = SeededGenerator(21)
    var document = Document()
    let root = document.appendElement("data", to: .document)
    for name in ["a", "b", "c", "a"] { document.appendElement(name, to: root, value: name) }
    for _ in 0..<4000 {
      var scalars = Array(seeds[random.below(seeds.count)].unicodeScalars)
      for _ in 0..<(1 + random.below(4)) {
        let place = random.below(scalars.count + 1)
        if random.below(2) == 0, place < scalars.count {
          scalars.remove(at: place)
        } else {
          scalars.insert(contentsOf: pieces[random.below(pieces.count)].unicodeScalars, at: place)
        }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      guard let formula = try? Formula(parsing: String(text)) else { continue }
      _ = try? formula.evaluate(in: .sample(document)).asString
      _ = formula.tree.locationPaths
      _ = formula.problems
    }
  }

  @Test func unknownFunctionsAndWrongArityAreReported() throws {
    let formula = try Formula(parsing: "nope(1) + round() + concat()")
    #expect(formula.problems.map(\.code) == [.unknownFunction, .arity])
    #expect(formula.problems.map(\.at) == [0, 10])
    #expect(formula.problems.last?.arguments == ["round", "0", "1-2"])
  }
}
