/// A parsed expression: parsed once, evaluated often.
package struct Formula: Sendable, Equatable {
  /// The expression as written.
  package let source: String
  /// What was understood.
  package let tree: SyntaxTree

  /// Longer expressions are refused.
  package static let lengthLimit = 65_536
  /// More expressions inside of each other are refused.
  package static let depthLimit = 600

  /// Parses an expression.
  package init(parsing source: String) throws(ExpressionProblem) {
    self.source = source
    tree = try Parser.parse(source)
  }

  /// The result, when the expression is `true()` or `false()`.
  package var constant: Bool? {
    let body = tree.body
    guard case .call(_, let name, let arguments) = body.nodes[Int(body.top)], arguments.count == 0 else { return nil }
    switch body.texts[Int(name)] {
    case "true": return true
    case "false": return false
    default: return nil
    }
  }

  /// What can be said without evaluating: unknown functions and wrong numbers of arguments.
  package var problems: [ExpressionProblem] {
    let body = tree.body
    var problems: [ExpressionProblem] = []
    for (place, node) in body.nodes.enumerated() {
      guard case .call(let entry, let name, let arguments) = node else { continue }
      let count = Int(arguments.count)
      guard entry >= 0 else {
        problems.append(body.problem(.unknownFunction, at: Int32(place), [body.texts[Int(name)]]))
        continue
      }
      let signature = FunctionTable.all[Int(entry)].signature
      if signature.accepts(count) { continue }
      problems.append(
        body.problem(.arity, at: Int32(place), [body.texts[Int(name)], String(count), signature.arityText]))
    }
    return problems.sorted { $0.at < $1.at }
  }
}
