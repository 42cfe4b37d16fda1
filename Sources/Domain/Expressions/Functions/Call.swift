/// A call while it is evaluated: gives the arguments when they are asked for.
struct Call {
  let tree: SyntaxBody
  let place: Int32
  let arguments: SyntaxTree.Span
  let focus: Focus

  /// How many arguments there are.
  var count: Int { Int(arguments.count) }

  private func argument(_ index: Int) -> Int32 { tree.links[arguments[index]] }

  /// An argument as a number.
  func number(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> Number {
    try tree.number(argument(index), focus, scope, &effort)
  }

  /// An argument as text.
  func string(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> String {
    try tree.string(argument(index), focus, scope, &effort)
  }

  /// An argument as a truth value.
  func boolean(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> Bool {
    try tree.boolean(argument(index), focus, scope, &effort)
  }

  /// An argument as it is.
  func value(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> Value {
    try tree.value(argument(index), focus, scope, &effort)
  }

  /// An argument as one value, never a node set.
  func scalar(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> Value {
    try tree.scalar(argument(index), focus, scope, &effort)
  }

  /// An argument that must be a node set.
  func nodes(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> Selection {
    try tree.selection(argument(index), focus, scope, &effort)
  }

  /// Whether an argument can only be a node set.
  func isPath(_ index: Int) -> Bool {
    switch tree.nodes[Int(argument(index))] {
    case .path, .union, .filter: true
    default: false
    }
  }

  /// A problem with this call.
  func problem(_ code: ExpressionProblem.Code, _ arguments: String...) -> ExpressionProblem {
    tree.problem(code, at: place, arguments)
  }

  /// The name under which the function was called.
  var name: String {
    guard case .call(_, let name, _) = tree.nodes[Int(place)] else { return "" }
    return tree.texts[Int(name)]
  }
}
