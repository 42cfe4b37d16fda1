/// A function of the language: one row of the table.
package struct FunctionEntry: Sendable {
  /// An expression with the text of its result; they are run as tests.
  package struct Example: Sendable, Equatable {
    /// The expression.
    package let expression: String
    /// What `string()` gives for it.
    package let result: String

    init(_ expression: String, _ result: String) {
      self.expression = expression
      self.result = result
    }
  }

  typealias Body = @Sendable (Call, Scope, inout Effort) throws(ExpressionProblem) -> Value

  /// The name, prefix included.
  package let name: String
  /// What it takes.
  package let signature: Signature
  /// Expressions with their results.
  package let examples: [Example]
  /// What stands in the place of a call when a form goes out to other programs: `$1`, `$2` are the arguments. Nil for
  /// functions that every program knows.
  package let xlsformReplacement: String?
  let body: Body

  init(
    _ name: String, _ signature: Signature, _ examples: [Example] = [], replacement: String? = nil,
    body: @escaping Body
  ) {
    self.name = name
    self.signature = signature
    self.examples = examples
    xlsformReplacement = replacement
    self.body = body
  }
}
