import Expressions
import JSON
import Testing

/// The expression vectors, row by row.
@Suite(.enabled(if: VectorFolder.exists, "no vectors beside the project"))
struct ExpressionVectorTests {
  /// Rows of the consensus that do not hold, each because of a departure that docs/expressions.md lists.
  private static let departures: [String: String] = [:]

  @Test func consensusHolds() {
    let failures = check("xpath/consensus.jsonl") { Self.departures[$0.expression] != nil }
    #expect(failures == [])
  }

  @Test func randomExpressionsHold() {
    let failures = check("xpath/random.jsonl") { _ in false }
    #expect(failures == [])
  }

  @Test func decisionsHold() {
    let failures = check("xpath/decisions.jsonl") { _ in false }
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

  private func check(_ name: String, except isDeparture: (ExpressionRow) -> Bool) -> [String] {
    let rows = ExpressionRow.all(name)
    #expect(!rows.isEmpty)
    return rows.filter { !isDeparture($0) }.compactMap { row in
      row.failure().map { "\(name):\(row.line) \(row.expression) => \(row.expected.serialised()) but \($0)" }
    }
  }
}
