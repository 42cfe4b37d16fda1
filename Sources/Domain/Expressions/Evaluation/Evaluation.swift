extension Formula {
  /// Evaluates the expression.
  package func evaluate(in scope: Scope) throws(ExpressionProblem) -> Value {
    var effort = Effort()
    return try tree.body.value(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The value as text: what a calculation stores. Not-a-number is no value.
  package func text(in scope: Scope) throws(ExpressionProblem) -> String {
    var effort = Effort()
    return try tree.body.string(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The value as a truth value: what a condition means.
  package func truth(in scope: Scope) throws(ExpressionProblem) -> Bool {
    var effort = Effort()
    return try tree.body.boolean(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The value as a number.
  package func number(in scope: Scope) throws(ExpressionProblem) -> Number {
    var effort = Effort()
    return try tree.body.number(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
  }

  /// The nodes that a path gives.
  package func nodes(in scope: Scope) throws(ExpressionProblem) -> NodeSet {
    var effort = Effort()
    let found = try tree.body.selection(tree.body.top, Focus(node: scope.node.raw), scope, &effort)
    return NodeSet(document: found.document ?? scope.document, nodes: found.nodes.map(NodeID.init(raw:)))
  }
}
