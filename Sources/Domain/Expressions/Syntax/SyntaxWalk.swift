extension SyntaxTree {
  /// Every location path, outer ones before those in their predicates.
  package var locationPaths: [PathReference] {
    var walk = PathWalk(body: body)
    walk.visit(body.top, .context)
    return walk.found
  }

  /// Every function call.
  package var calls: [CallReference] {
    var found: [CallReference] = []
    for (place, node) in body.nodes.enumerated() {
      guard case .call(_, let name, let span) = node else { continue }
      let literals = body.links[span.range].map { argument -> String? in
        guard case .string(let text) = body.nodes[Int(argument)] else { return nil }
        return body.texts[Int(text)]
      }
      found.append(
        CallReference(
          name: body.texts[Int(name)], arity: Int(span.count), literals: literals, at: Int(body.offsets[place])))
    }
    return found.sorted { $0.at < $1.at }
  }

  /// Whether every path is `.`: the expression reads nothing but the node that holds it, as most constraints do.
  package var readsOnlySelf: Bool {
    body.steps.allSatisfy { $0.axis == .selfNode && $0.test == .node && $0.predicates.count == 0 }
      && body.nodes.allSatisfy { node in
        switch node {
        case .path(let start, let span): start == .context && span.count == 1
        case .filter, .call: false
        default: true
        }
      }
  }

  /// The names of the functions that are called.
  package var calledNames: [String] {
    body.nodes.compactMap { node in
      guard case .call(_, let name, _) = node else { return nil }
      return body.texts[Int(name)]
    }
  }

  /// Whether a function of one of these names is called.
  package func calls(oneOf names: Set<String>) -> Bool {
    body.nodes.contains { node in
      guard case .call(_, let name, _) = node else { return false }
      return names.contains(body.texts[Int(name)])
    }
  }

  /// The string literals.
  package var literals: [String] {
    body.nodes.compactMap { node in
      guard case .string(let text) = node else { return nil }
      return body.texts[Int(text)]
    }
  }
}

extension SyntaxBody {
  /// The path of names that a node is, when it leads from the root to children and without predicates.
  func absolutePath(at place: Int32) -> String? {
    guard case .path(.root, let span) = nodes[Int(place)] else { return nil }
    var path = ""
    for step in steps[span.range] {
      guard step.axis == .child, step.predicates.count == 0 else { return nil }
      switch step.test {
      case .name(let name): path += "/" + name.text
      case .spelled(let text): path += "/" + texts[Int(text)]
      default: return nil
      }
    }
    return path
  }
}

/// Collects location paths with what they are relative to.
private struct PathWalk {
  let body: SyntaxBody
  var found: [PathReference] = []

  init(body: SyntaxBody) {
    self.body = body
  }

  mutating func visit(_ place: Int32, _ base: PathReference.Base) {
    switch body.nodes[Int(place)] {
    case .number, .string, .variable: break
    case .negation(let operand, _): visit(operand, base)
    case .binary(_, let left, let right):
      visit(left, base)
      visit(right, base)
    case .chain(let span):
      for index in stride(from: 0, to: Int(span.count), by: 2) { visit(body.links[span[index]], base) }
    case .union(let span), .call(_, _, let span):
      for operand in body.links[span.range] { visit(operand, base) }
    case .filter(let primary, let predicates):
      visit(primary, base)
      // What a predicate of a filter is relative to is the filtered expression, which is the path visited last.
      let filtered: PathReference.Base
      if case .path(_, let steps) = body.nodes[Int(primary)], let path = pathPlace(primary) {
        filtered = .within(path: path, step: Int(steps.count) - 1)
      } else {
        filtered = .expression
      }
      for predicate in body.links[predicates.range] { visit(predicate, filtered) }
    case .path(let start, let span): visitPath(place, start, span, base)
    }
  }

  private func pathPlace(_ place: Int32) -> Int? {
    found.lastIndex { $0.at == Int(body.offsets[Int(place)]) }
  }

  private mutating func visitPath(
    _ place: Int32, _ start: SyntaxTree.Start, _ span: SyntaxTree.Span, _ base: PathReference.Base
  ) {
    let origin: PathReference.Base
    switch start {
    case .root: origin = .root
    case .context: origin = base
    case .filter(let primary):
      origin = startBase(primary)
      visit(primary, base)
    }
    let steps = body.steps[span.range]
    let path = found.count
    found.append(
      PathReference(
        base: origin,
        steps: steps.map { step in
          PathReference.Step(axis: step.axis, name: name(of: step.test), hasPredicates: step.predicates.count > 0)
        }, at: Int(body.offsets[Int(place)])))
    for (index, step) in steps.enumerated() {
      for predicate in body.links[step.predicates.range] { visit(predicate, .within(path: path, step: index)) }
    }
  }

  private func startBase(_ primary: Int32) -> PathReference.Base {
    guard case .call(_, let name, let span) = body.nodes[Int(primary)] else { return .expression }
    switch body.texts[Int(name)] {
    case "current": return .context
    case "instance":
      guard span.count == 1, case .string(let text) = body.nodes[Int(body.links[span[0]])] else {
        return .instance(nil)
      }
      return .instance(body.texts[Int(text)])
    default: return .expression
    }
  }

  private func name(of test: SyntaxTree.Test) -> String? {
    switch test {
    case .name(let name): name.text
    case .spelled(let text): body.texts[Int(text)]
    default: nil
    }
  }
}
