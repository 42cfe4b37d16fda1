package import Expressions

/// One thing that is wrong with a form, and where.
package struct FormProblem: Error, Sendable, Equatable {
  /// What is wrong.
  package var code: FormProblemCode
  /// Where; inside an expression the very character.
  package var position: SourcePosition
  /// Names and texts the message needs, as the code's comment lists them.
  package var arguments: [String]
  /// For problems inside an expression: what the expression language said.
  package var expression: ExpressionProblem?

  /// A problem at a position.
  package init(
    _ code: FormProblemCode, at position: SourcePosition, _ arguments: [String] = [],
    expression: ExpressionProblem? = nil
  ) {
    self.code = code
    self.position = position
    self.arguments = arguments
    self.expression = expression
  }
}
