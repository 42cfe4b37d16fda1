/// Finds rings in which a question waits for itself through `required` or `readonly`. Nothing here would go round for ever,
/// but other engines refuse such forms, as they take all conditions and calculations of a question together.
struct ConditionRings {
  private let tree: NameTree
  /// For each node the nodes whose conditions or calculation read it.
  private var readers: [[Int32]] = []
  /// Whether any `required` or `readonly` reads anything. Without one there is nothing to find.
  private let hasConditions: Bool

  init(_ tree: NameTree) {
    self.tree = tree
    hasConditions = tree.nodes.indices.contains { node in
      Self.reads(tree[node].required) || Self.reads(tree[node].readOnly)
    }
    if hasConditions { readers = Array(repeating: [], count: tree.nodes.count) }
  }

  private static func reads(_ formula: CompiledFormula?) -> Bool { formula.map { $0.constant == nil } ?? false }

  /// Notes what a formula of a node reads.
  mutating func connect(_ reading: PathResolver.Reading, to node: Int) {
    guard hasConditions else { return }
    for arrival in reading.nodes {
      // Whether a row is relevant may depend on its place among the rows.
      guard let source = arrival.node, source != node || tree[node].kind != .repeat else { continue }
      readers[source].append(Int32(node))
    }
  }

  /// The first ring, as a problem at the first condition of it.
  func problems() -> [FormProblem] {
    guard hasConditions, let ring = ring() else { return [] }
    let nodes = ring.filter { $0 < tree.nodes.count }
    let formulas = nodes.lazy.compactMap { node in
      [tree[node].required, tree[node].readOnly].first { Self.reads($0) } ?? nil
    }
    guard let first = nodes.first else { return [] }
    let position = formulas.first?.source.position ?? tree[first].position
    guard nodes.count > 1 else { return [FormProblem(.selfReference, at: position, [tree[first].path])] }
    return [FormProblem(.cycle, at: position, (nodes + [first]).map { tree[$0].path })]
  }

  /// What follows a place: a node up to the number of nodes, beyond it everything that a group or question holds.
  private func followers(of place: Int) -> [Int] {
    let count = tree.nodes.count
    guard place < count else {
      let children = tree[place - count].children
      return children + children.filter { tree[$0].isContainer }.map { $0 + count }
    }
    let found = readers[place].map(Int.init)
    // Whether a group is relevant concerns what is inside.
    return tree[place].relevant != nil && tree[place].isContainer ? found + [place + count] : found
  }

  private func ring() -> [Int]? {
    var isFinished = Array(repeating: false, count: tree.nodes.count * 2)
    var placeOnTrail = Array(repeating: -1, count: isFinished.count)
    for start in tree.nodes.indices where !isFinished[start] && !readers[start].isEmpty {
      var trail = [(place: start, followers: followers(of: start)[...])]
      placeOnTrail[start] = 0
      while let last = trail.indices.last {
        guard let next = trail[last].followers.popFirst() else {
          isFinished[trail[last].place] = true
          placeOnTrail[trail[last].place] = -1
          trail.removeLast()
          continue
        }
        if placeOnTrail[next] >= 0 { return trail[placeOnTrail[next]...].map(\.place) }
        guard !isFinished[next] else { continue }
        placeOnTrail[next] = trail.count
        trail.append((next, followers(of: next)[...]))
      }
    }
    return nil
  }
}
