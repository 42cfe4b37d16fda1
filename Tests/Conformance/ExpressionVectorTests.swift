import Expressions
import JSON
import Testing

/// The expression vectors, row by row.
@Suite(.enabled(if: VectorFolder.exists, "no vectors beside the project"))
struct ExpressionVectorTests {
  @Test func consensusHolds() {
    let failures = check("xpath/consensus.jsonl")
    #expect(failures == [])
  }

  @Test func randomExpressionsHold() {
    let failures = check("xpath/random.jsonl")
    #expect(failures == [])
  }

  @Test func decisionsHold() {
    let failures = check("xpath/decisions.jsonl")
    #expect(failures == [])
  }

  @Test func theParserAcceptsAndRefuses() {
    var failures: [String] = []
    for line in VectorFolder.lines("xpath/parse.jsonl") {
      guard let row = try? JSONValue(parsing: line), let expression = row["expr"]?.stringValue,
        let isValid = row["valid"]?.boolValue
      else { continue }
      let isAccepted = (try? Formula(parsing: expression)) != nil
      if isAccepted != isValid { failures.append(expression) }
    }
    #expect(failures == [])
  }

  /// The rows that do not hold; none of our departures is an exception here.
  private func check(_ name: String) -> [String] {
    let rows = ExpressionRow.all(name)
    #expect(!rows.isEmpty)
    return rows.compactMap { row in
      row.failure().map { "\(name):\(row.line) \(row.expression) => \(row.expected.serialised()) but \($0)" }
    }
  }
}
