extension SyntaxBody {
  /// The node of a plain path in the primary document: the node, -1 for none; nil when the path is not plain or gives
  /// several nodes, so that the general way has to be taken.
  func simpleNode(
    _ start: SyntaxTree.Start, _ span: SyntaxTree.Span, _ focus: Focus, _ scope: Scope, _ effort: borrowing Effort
  ) -> Int32? {
    guard focus.document == nil, !scope.bindsRows else { return nil }
    var node: Int32
    switch start {
    case .root: node = 0
    case .context:
      node = focus.node
      if scope.document.hiddenCount > 0, scope.document.isConcealed(NodeID(raw: node)) { return nil }
    case .filter(let primary):
      guard case .call(_, let name, let arguments) = nodes[Int(primary)], arguments.count == 0,
        texts[Int(name)] == "current"
      else { return nil }
      node = effort.origin.raw
      if scope.document.hiddenCount > 0, scope.document.isConcealed(NodeID(raw: node)) { return nil }
    }
    return plainNode(span, from: node, in: scope.document)
  }

  /// The node to which steps without predicates lead: -1 for none, nil for several.
  func plainNode(_ span: SyntaxTree.Span, from start: Int32, in document: Document) -> Int32? {
    var node = start
    for index in span.range {
      let step = steps[index]
      guard step.predicates.count == 0 else { return nil }
      switch (step.axis, step.test) {
      case (.child, .name(let name)):
        node = document.firstChild(of: node, named: name)
        if node < 0 { return -1 }
        if document.nodes[Int(node)].nextSame >= 0 { return nil }
        if document.nodes[Int(node)].hidden { return -1 }
      case (.parent, .node):
        node = document.nodes[Int(node)].parent
        if node < 0 { return -1 }
      case (.selfNode, .node): break
      default: return nil
      }
    }
    return node
  }

  /// The nodes to which names without predicates lead; nil when the path has other steps.
  private func plainNodes(
    _ span: SyntaxTree.Span, from start: [Int32], in document: Document, _ effort: inout Effort
  ) throws(ExpressionProblem) -> [Int32]? {
    for step in steps[span.range] {
      guard step.axis == .child, step.predicates.count == 0, case .name = step.test else { return nil }
    }
    var current = start
    var next: [Int32] = []
    for step in steps[span.range] {
      guard case .name(let name) = step.test else { return nil }
      next.removeAll(keepingCapacity: true)
      if current.count > 1 { next.reserveCapacity(current.count) }
      document.appendChildren(of: current, named: name, to: &next)
      // Following the chain of a name is cheap.
      try effort.spend(current.count + next.count / 16)
      swap(&current, &next)
    }
    return current
  }

  /// The nodes that a path, a union, a filter or a call gives; anything else is a problem.
  func selection(
    _ place: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Selection {
    switch nodes[Int(place)] {
    case .path(let start, let span): return try path(start, span, focus, scope, &effort)
    case .union(let span):
      var merged = try selection(links[span[0]], focus, scope, &effort)
      for index in 1..<Int(span.count) {
        let next = try selection(links[span[index]], focus, scope, &effort)
        if merged.nodes.isEmpty { merged.document = next.document }
        guard next.nodes.isEmpty || (next.document == nil) == (merged.document == nil) else {
          throw problem(.type, at: place, ["nodeset", "one-document"])
        }
        merged.nodes += next.nodes
      }
      merged.nodes = (merged.document ?? scope.document).ordered(merged.nodes)
      return merged
    case .filter(let primary, let predicates):
      var found = try selection(primary, focus, scope, &effort)
      for predicate in links[predicates.range] {
        found.nodes = try filter(found.nodes, by: predicate, in: found.document, scope, &effort)
      }
      return found
    case .call:
      let value = try value(place, focus, scope, &effort)
      guard case .nodeset(let set) = value else { throw problem(.type, at: place, [value.kind, "nodeset"]) }
      let isPrimary = set.document.derived === scope.document.derived
      return Selection(document: isPrimary ? nil : set.document, nodes: set.nodes.map(\.raw))
    default:
      throw problem(.type, at: place, [try value(place, focus, scope, &effort).kind, "nodeset"])
    }
  }

  private func path(
    _ start: SyntaxTree.Start, _ span: SyntaxTree.Span, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Selection {
    var found: Selection
    switch start {
    case .root: found = Selection(document: nil, nodes: [0])
    case .context: found = Selection(document: focus.document, nodes: [focus.node])
    case .filter(let primary): found = try selection(primary, focus, scope, &effort)
    }
    let document = found.document ?? scope.document
    if !scope.bindsRows || found.document != nil || start != .root,
      let nodes = try plainNodes(span, from: found.nodes, in: document, &effort)
    {
      found.nodes = nodes
      if document.hiddenCount > 0, start != .root { found.nodes.removeAll { document.isConcealed(NodeID(raw: $0)) } }
      return found
    }
    var walk = StepWalk(tree: self, document: document, isPrimary: found.document == nil)
    if scope.bindsRows, found.document == nil, start == .root { walk.bindRows(of: effort.origin) }
    walk.nodes = found.nodes
    for index in span.range { try walk.take(steps[index], scope, &effort) }
    if document.hiddenCount > 0, start != .root {
      walk.nodes.removeAll { document.isConcealed(NodeID(raw: $0)) }
    }
    return Selection(document: found.document, nodes: walk.nodes)
  }

  /// The nodes for which a predicate holds. A predicate that is a number holds for the node at that position.
  func filter(
    _ candidates: [Int32], by predicate: Int32, in document: Document?, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> [Int32] {
    if case .number(let index) = nodes[Int(predicate)] {
      guard let position = numbers[Int(index)].wholeNumber, position >= 1, position <= candidates.count else {
        return []
      }
      return [candidates[position - 1]]
    }
    try effort.spend(candidates.count)
    var kept: [Int32] = []
    var focus = Focus(document: document, node: 0, position: 0, size: candidates.count)
    for (offset, candidate) in candidates.enumerated() {
      focus.node = candidate
      focus.position = offset + 1
      if try holds(predicate, focus, scope, &effort) { kept.append(candidate) }
    }
    return kept
  }

  private func holds(
    _ predicate: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Bool {
    switch nodes[Int(predicate)] {
    case .binary(let operation, _, _) where operation.level < 5:
      return try boolean(predicate, focus, scope, &effort)
    case .path, .union, .filter:
      // A path in a predicate asks whether there is such a node with a value.
      let found = try selection(predicate, focus, scope, &effort)
      guard found.nodes.count <= 1 else { return true }
      return try scalar(predicate, focus, scope, &effort).asBoolean
    default:
      let value = try scalar(predicate, focus, scope, &effort)
      if case .number(let number) = value { return number.equals(Number(focus.position)) }
      return try value.asBoolean
    }
  }
}

extension Value {
  /// The kind by name, for messages.
  package var kind: String {
    switch self {
    case .number: "number"
    case .string: "string"
    case .boolean: "boolean"
    case .date: "date"
    case .nodeset: "nodeset"
    }
  }
}
