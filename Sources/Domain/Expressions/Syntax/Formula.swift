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

  /// What can be said without evaluating: unknown functions and wrong numbers of arguments.
  package var problems: [ExpressionProblem] {
    tree.calls.compactMap { call in
      guard let entry = FunctionTable.entry(named: call.name) else {
        return ExpressionProblem(.unknownFunction, at: call.at, [call.name])
      }
      guard entry.signature.accepts(call.arity) else {
        return ExpressionProblem(
          .arity, at: call.at, [call.name, String(call.arity), entry.signature.arityText])
      }
      return nil
    }
  }
}
