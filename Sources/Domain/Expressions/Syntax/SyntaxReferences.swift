/// A location path of an expression, for finding out what the expression depends on.
package struct PathReference: Sendable, Equatable {
  /// What the path starts from.
  package enum Base: Sendable, Equatable {
    /// The document node: an absolute path.
    case root
    /// The node that holds the expression: a relative path, or one after `current()`.
    case context
    /// A secondary instance; the name is nil when it is computed.
    case instance(String?)
    /// The nodes that a step of another path takes: a relative path in a predicate. Both are places, from 0, in
    /// `locationPaths` and its `steps`.
    case within(path: Int, step: Int)
    /// The result of another expression, as in `(a | b)/c`.
    case expression
  }

  /// A location step.
  package struct Step: Sendable, Equatable {
    /// The direction.
    package let axis: Axis
    /// The name as written; nil for `*`, `node()` and the like.
    package let name: String?
    /// Whether predicates follow.
    package let hasPredicates: Bool
  }

  /// What the path starts from.
  package let base: Base
  /// The steps.
  package let steps: [Step]
  /// The offset in the expression, in Unicode scalars.
  package let at: Int
}

/// A function call of an expression.
package struct CallReference: Sendable, Equatable {
  /// The name of the function as written.
  package let name: String
  /// How many arguments it gets.
  package let arity: Int
  /// The arguments that are string literals; nil for the others.
  package let literals: [String?]
  /// The offset in the expression, in Unicode scalars.
  package let at: Int
}
