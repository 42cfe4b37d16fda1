extension Formula {
  /// Evaluates the expression.
  package func evaluate(in scope: Scope) throws(ExpressionProblem) -> Value {
    try evaluate(in: scope, at: scope.node)
  }

  /// Evaluates the expression at another node than the scope's own.
  package func evaluate(in scope: Scope, at node: NodeID) throws(ExpressionProblem) -> Value {
    var effort = Effort(at: node)
    return try tree.body.value(tree.body.top, Focus(node: node.raw), scope, &effort)
  }

  /// The value as text: what a calculation stores. Not-a-number is no value.
  package func text(in scope: Scope) throws(ExpressionProblem) -> String {
    var effort = Effort(at: scope.node)
    return try tree.body.string(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The value as a truth value: what a condition means.
  package func truth(in scope: Scope) throws(ExpressionProblem) -> Bool {
    var effort = Effort(at: scope.node)
    return try tree.body.boolean(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The value as a number.
  package func number(in scope: Scope) throws(ExpressionProblem) -> Number {
    var effort = Effort(at: scope.node)
    return try tree.body.number(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The nodes that a path gives.
  package func nodes(in scope: Scope) throws(ExpressionProblem) -> NodeSet {
    var effort = Effort(at: scope.node)
    let found = try tree.body.selection(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
    return NodeSet(document: found.document ?? scope.document, nodes: found.nodes.map(NodeID.init(raw:)))
  }
}
