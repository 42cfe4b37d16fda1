import Expressions
import Testing

@Suite struct FunctionTableTests {
  private static let examples = FunctionTable.all.flatMap { entry in entry.examples.map { (entry.name, $0) } }

  @Test func everyExampleHolds() throws {
    for (name, example) in Self.examples {
      let value = try Formula(parsing: example.expression).evaluate(in: .sample)
      #expect(try value.asString == example.result, "\(name): \(example.expression)")
    }
  }

  @Test func namesAreUnique() {
    let names = FunctionTable.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func wrongNumbersOfArgumentsAreRefused() {
    for entry in FunctionTable.all {
      let least = entry.signature.parameters.count - entry.signature.optional
      guard least > 0 else { continue }
      let call = "\(entry.name)(\(Array(repeating: "''", count: least - 1).joined(separator: ",")))"
      let problem = #expect(throws: ExpressionProblem.self) { try Formula(parsing: call).evaluate(in: .sample) }
      #expect(problem?.code == .arity, "\(call)")
    }
  }

  @Test func functionsOfOurOwnSayWhatReplacesThem() {
    for entry in FunctionTable.all where entry.name.hasPrefix("vn:") {
      #expect(entry.xlsformReplacement != nil)
    }
  }
}
