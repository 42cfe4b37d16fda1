/// Why an expression cannot be read or evaluated.
package struct ExpressionProblem: Error, Sendable, Equatable {
  /// The kinds of problems, with the codes that results print.
  package enum Code: String, Sendable, CaseIterable {
    /// The text is no expression; `arguments` hold what was found and what was expected.
    case syntax
    /// No function has the name in `arguments`.
    case unknownFunction = "unknown-function"
    /// A function got a wrong number of arguments: name, how many, and the numbers it takes.
    case arity
    /// A value is of a kind that cannot be used here: what was found, what is needed.
    case type
    /// Several nodes where one value is needed: the path.
    case path
    /// No secondary instance has the name in `arguments`.
    case instance
    /// A text that is no date, number, point or other thing that a function needs: function and text.
    case value
    /// Variables are not part of the language: the name.
    case variable
    /// Too long, too deep, or too many steps: which limit.
    case limit
    /// A regular expression that cannot be read: the pattern and why.
    case pattern
  }

  /// The kind.
  package var code: Code
  /// The offset in the expression, in Unicode scalars.
  package var at: Int
  /// What a message about the kind names.
  package var arguments: [String]

  /// Whether a regular expression is written wrong, rather than holding what only other engines know.
  package var isBrokenPattern: Bool {
    guard code == .pattern, arguments.count > 1 else { return false }
    return ["bracket", "parenthesis", "range", "quantifier"].contains(arguments[1])
  }

  /// Describes a problem at an offset.
  package init(_ code: Code, at: Int = 0, _ arguments: [String] = []) {
    self.code = code
    self.at = at
    self.arguments = arguments
  }
}
