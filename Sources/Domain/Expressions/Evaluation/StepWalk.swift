/// Takes location steps from a set of nodes to the next. Hidden nodes are not met on the way down.
struct StepWalk {
  let tree: SyntaxBody
  let document: Document
  let isPrimary: Bool
  var nodes: [Int32] = []
  /// Whether one of the nodes may lie below another, so that order has to be made anew.
  private var isNested = false
  /// The row to which absolute paths are bound: the nodes from the root to the current one.
  private var bound: [Int32] = []

  init(tree: SyntaxBody, document: Document, isPrimary: Bool) {
    self.tree = tree
    self.document = document
    self.isPrimary = isPrimary
  }

  /// Makes the steps that follow go through the rows in which a node lies.
  mutating func bindRows(of node: NodeID) {
    var chain: [Int32] = []
    var place = node.raw
    while place > 0 {
      chain.append(place)
      place = document.nodes[Int(place)].parent
    }
    bound = chain
  }

  mutating func take(
    _ step: SyntaxTree.Step, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) {
    if let row = bound.popLast() {
      if step.axis == .child, step.predicates.count == 0, case .name(let name) = step.test,
        document.nodes[Int(row)].name == name
      {
        nodes = document.nodes[Int(row)].hidden ? [] : [row]
        return
      }
      bound = []
    }
    var next: [Int32] = []
    for node in nodes {
      var answered = 0
      var found = try candidates(step, node, scope, &effort, &answered)
      if step.predicates.count > answered {
        for predicate in tree.links[step.predicates.range].dropFirst(answered) {
          let document = isPrimary ? nil : document
          found = try tree.filter(found, by: predicate, in: document, scope, &effort)
        }
      }
      if step.axis.isReverse { found.reverse() }
      if nodes.count == 1 { next = found } else { next += found }
    }
    let keepsOrder = step.axis == .child || step.axis == .attribute || step.axis == .selfNode
    if nodes.count > 1, isNested || !keepsOrder { next = document.ordered(next) }
    if !keepsOrder, step.axis != .parent { isNested = true }
    nodes = next
  }

  /// The nodes of the axis that pass the test, in the direction of the axis, and how many predicates they pass already.
  private func candidates(
    _ step: SyntaxTree.Step, _ node: Int32, _ scope: Scope, _ effort: inout Effort, _ answered: inout Int
  ) throws(ExpressionProblem) -> [Int32] {
    if step.axis == .child, case .name(let name) = step.test {
      if step.lookup >= 0, !isPrimary,
        let rows = try tree.rows(tree.lookups[Int(step.lookup)], named: name, of: node, in: document, scope, &effort)
      {
        if tree.lookups[Int(step.lookup)].isWhole { answered = 1 }
        return rows
      }
      return try named(name, node, &effort)
    }
    var found: [Int32] = []
    try collect(step, node, &found, &effort)
    return found
  }

  private func named(_ name: Name, _ node: Int32, _ effort: inout Effort) throws(ExpressionProblem) -> [Int32] {
    var found: [Int32] = []
    var child = document.firstChild(of: node, named: name)
    while child >= 0 {
      if !document.nodes[Int(child)].hidden { found.append(child) }
      child = document.nodes[Int(child)].nextSame
    }
    // Following the chain of a name is cheap.
    try effort.spend(1 + found.count / 16)
    return found
  }

  private func collect(
    _ step: SyntaxTree.Step, _ node: Int32, _ found: inout [Int32], _ effort: inout Effort
  ) throws(ExpressionProblem) {
    switch step.axis {
    case .child:
      if case .text = step.test { return keep(node, step.test, &found) }
      chain(document.nodes[Int(node)].firstChild, step.test, &found)
    case .descendant, .descendantOrSelf:
      if step.axis == .descendantOrSelf || step.test == .text { keep(node, step.test, &found) }
      descend(node, step.test, &found)
    case .parent: keep(document.nodes[Int(node)].parent, step.test, &found)
    case .selfNode: keep(node, step.test, &found)
    case .ancestor, .ancestorOrSelf:
      var place = step.axis == .ancestor ? document.nodes[Int(node)].parent : node
      while place >= 0 {
        keep(place, step.test, &found)
        place = document.nodes[Int(place)].parent
      }
    case .attribute: chain(document.nodes[Int(node)].firstAttribute, step.test, &found)
    case .followingSibling:
      if document.nodes[Int(node)].kind == .element { chain(document.nodes[Int(node)].next, step.test, &found) }
    case .precedingSibling:
      var place = document.nodes[Int(node)].previous
      while place >= 0 {
        if !document.nodes[Int(place)].hidden { keep(place, step.test, &found) }
        place = document.nodes[Int(place)].previous
      }
    case .following: following(node, step.test, &found)
    case .preceding: preceding(node, step.test, &found)
    case .namespace: break
    }
    try effort.spend(found.count + 1)
  }

  private func keep(_ node: Int32, _ test: SyntaxTree.Test, _ found: inout [Int32]) {
    if node >= 0, matches(node, test) { found.append(node) }
  }

  /// A node and the siblings that follow.
  private func chain(_ first: Int32, _ test: SyntaxTree.Test, _ found: inout [Int32]) {
    var place = first
    while place >= 0 {
      if !document.nodes[Int(place)].hidden { keep(place, test, &found) }
      place = document.nodes[Int(place)].next
    }
  }

  /// Everything below a node, in document order, without recursion.
  private func descend(_ top: Int32, _ test: SyntaxTree.Test, _ found: inout [Int32]) {
    var place = document.nodes[Int(top)].firstChild
    while place >= 0 {
      let isHidden = document.nodes[Int(place)].hidden
      if !isHidden { keep(place, test, &found) }
      if !isHidden, document.nodes[Int(place)].firstChild >= 0 {
        place = document.nodes[Int(place)].firstChild
        continue
      }
      while document.nodes[Int(place)].next < 0 {
        place = document.nodes[Int(place)].parent
        if place == top || place < 0 { return }
      }
      place = document.nodes[Int(place)].next
    }
  }

  private func following(_ node: Int32, _ test: SyntaxTree.Test, _ found: inout [Int32]) {
    var place = document.nodes[Int(node)].kind == .attribute ? document.nodes[Int(node)].parent : node
    while place > 0 {
      var sibling = document.nodes[Int(place)].next
      while sibling >= 0 {
        if !document.nodes[Int(sibling)].hidden {
          keep(sibling, test, &found)
          descend(sibling, test, &found)
        }
        sibling = document.nodes[Int(sibling)].next
      }
      place = document.nodes[Int(place)].parent
    }
  }

  private func preceding(_ node: Int32, _ test: SyntaxTree.Test, _ found: inout [Int32]) {
    var place = document.nodes[Int(node)].kind == .attribute ? document.nodes[Int(node)].parent : node
    while place > 0 {
      var sibling = document.nodes[Int(place)].previous
      while sibling >= 0 {
        if !document.nodes[Int(sibling)].hidden {
          var below: [Int32] = []
          keep(sibling, test, &below)
          descend(sibling, test, &below)
          found += below.reversed()
        }
        sibling = document.nodes[Int(sibling)].previous
      }
      place = document.nodes[Int(place)].parent
    }
  }

  private func matches(_ node: Int32, _ test: SyntaxTree.Test) -> Bool {
    switch test {
    case .node: true
    case .name(let name): document.nodes[Int(node)].name == name
    case .any: document.nodes[Int(node)].kind != .document
    case .spelled(let text): document.nodes[Int(node)].name.text == tree.texts[Int(text)]
    case .prefix(let text): document.nodes[Int(node)].name.text.hasPrefix(tree.texts[Int(text)] + ":")
    case .text: document.nodes[Int(node)].kind == .element && !document.nodes[Int(node)].value.isEmpty
    case .nothing: false
    }
  }
}
