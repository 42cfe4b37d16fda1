internal import Expressions

/// Finds the nodes of a form that the paths of an expression can name, without any answers.
struct PathResolver {
  /// A node that a path comes to, and how many of the repeats around the expression are still at its own row there.
  struct Arrival: Hashable {
    /// The node; none for the document above the root.
    var node: Int?
    var boundRepeats: Int
  }

  /// What an expression reads.
  struct Reading {
    /// Nodes whose values or existence matter.
    var nodes: [Arrival] = []
    /// Repeats whose rows matter.
    var rows: [Arrival] = []
    /// Repeats in which the place of the own row among the others may matter, as for `position(..)`.
    var positions: [Arrival] = []
    /// Absolute or relative paths that name nothing: path, offset.
    var unknown: [(path: String, at: Int)] = []
    /// Secondary instances that are named.
    var instances: [(id: String, at: Int)] = []
  }

  private let tree: NameTree
  private let context: Int
  private var reading = Reading()
  /// Where each path is after each of its steps; nothing for paths outside of the form.
  private var arrivals: [[[Arrival]]?] = []

  /// What a formula at a node reads.
  static func reading(of formula: Formula, at context: Int, in tree: NameTree) -> Reading {
    var resolver = PathResolver(tree: tree, context: context)
    for path in formula.tree.locationPaths { resolver.resolve(path) }
    resolver.reading.nodes = unique(resolver.reading.nodes)
    resolver.reading.rows = unique(resolver.reading.rows)
    resolver.reading.positions = unique(resolver.reading.positions)
    return resolver.reading
  }

  private init(tree: NameTree, context: Int) {
    self.tree = tree
    self.context = context
  }

  /// Each once, in the order in which they came first.
  private static func unique(_ arrivals: [Arrival]) -> [Arrival] {
    guard arrivals.count > 1 else { return arrivals }
    var seen: Set<Arrival> = []
    return arrivals.filter { seen.insert($0).inserted }
  }

  private mutating func resolve(_ path: PathReference) {
    guard let base = start(of: path) else {
      arrivals.append(nil)
      return
    }
    var current = base
    var steps: [[Arrival]] = []
    var isCertain = true
    for (place, step) in path.steps.enumerated() {
      let isLast = place == path.steps.count - 1
      isCertain = isCertain && (step.axis == .child || step.axis == .parent || step.axis == .selfNode)
      if step.axis == .attribute || step.axis == .namespace { break }
      var next: [Arrival] = []
      for arrival in current { take(step, from: arrival, isLast: isLast, into: &next) }
      next = Self.unique(next)
      if next.isEmpty, isCertain, let name = step.name, path.base == .root || path.base == .context {
        reading.unknown.append((name, path.at))
      }
      current = next
      steps.append(next)
    }
    reading.nodes += current
    arrivals.append(steps)
  }

  private mutating func start(of path: PathReference) -> [Arrival]? {
    switch path.base {
    case .root: return [Arrival(node: nil, boundRepeats: 0)]
    case .context: return [Arrival(node: context, boundRepeats: tree.rowDepth(at: context))]
    case .instance(let id):
      if let id { reading.instances.append((id, path.at)) }
      return nil
    case .within(let outer, let step):
      guard outer < arrivals.count, let known = arrivals[outer], step < known.count else { return nil }
      return known[step]
    case .expression: return tree.nodes.indices.map { Arrival(node: $0, boundRepeats: 0) }
    }
  }

  private mutating func take(
    _ step: PathReference.Step, from arrival: Arrival, isLast: Bool, into next: inout [Arrival]
  ) {
    for target in targets(of: step, from: arrival) {
      guard let node = target.node else {
        if step.name == nil { next.append(target) }
        continue
      }
      guard step.name == nil || step.name == tree[node].name else { continue }
      next.append(target)
      guard tree[node].kind == .repeat else { continue }
      let goesUp =
        step.axis == .parent || step.axis == .selfNode || step.axis == .ancestor || step.axis == .ancestorOrSelf
      let rows = Arrival(node: node, boundRepeats: min(target.boundRepeats, tree[node].repeatDepth))
      if !goesUp {
        reading.rows.append(rows)
      } else if isLast {
        reading.positions.append(rows)
      }
    }
  }

  private func targets(of step: PathReference.Step, from arrival: Arrival) -> [Arrival] {
    switch step.axis {
    case .child: children(of: arrival, named: step.name)
    case .parent: parent(of: arrival).map { [$0] } ?? []
    case .selfNode: [arrival]
    case .descendant: descendants(of: arrival)
    case .descendantOrSelf: [arrival] + descendants(of: arrival)
    case .ancestor: ancestors(of: arrival)
    case .ancestorOrSelf: [arrival] + ancestors(of: arrival)
    case .followingSibling, .precedingSibling: parent(of: arrival).map { children(of: $0) } ?? []
    case .following, .preceding: tree.nodes.indices.map { Arrival(node: $0, boundRepeats: 0) }
    case .attribute, .namespace: []
    }
  }

  private func children(of arrival: Arrival, named name: String? = nil) -> [Arrival] {
    guard let node = arrival.node else { return [Arrival(node: 0, boundRepeats: 0)] }
    let children = name.map { tree.children($0, of: node) } ?? tree[node].children
    return children.map { Arrival(node: $0, boundRepeats: arrival.boundRepeats) }
  }

  private func parent(of arrival: Arrival) -> Arrival? {
    guard let node = arrival.node else { return nil }
    guard let parent = tree[node].parent else { return Arrival(node: nil, boundRepeats: 0) }
    return Arrival(node: parent, boundRepeats: min(arrival.boundRepeats, tree.rowDepth(at: parent)))
  }

  private func descendants(of arrival: Arrival) -> [Arrival] {
    var found: [Arrival] = []
    var waiting = children(of: arrival)
    while let next = waiting.popLast() {
      found.append(next)
      waiting += children(of: next)
    }
    return found
  }

  private func ancestors(of arrival: Arrival) -> [Arrival] {
    var found: [Arrival] = []
    var place = parent(of: arrival)
    while let above = place {
      found.append(above)
      place = parent(of: above)
    }
    return found
  }
}
