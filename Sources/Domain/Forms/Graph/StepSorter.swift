/// Sorts the steps of a form so that each comes after what it reads, and finds the cycles that prevent it.
struct StepSorter {
  /// A ring of steps.
  struct Cycle {
    /// The steps, each read by the next.
    var steps: [DependencyGraph.Step]
    /// Nodes to be named, the first once more at the end.
    var names: [Int]
  }

  private(set) var steps: [DependencyGraph.Step] = []
  /// Places of steps, two for each node.
  private var places: [Int]
  private var after: [[(step: Int, through: Int)]] = []
  /// The steps after one, for steps that many come after.
  private var known: [Int: Set<Int>] = [:]

  init(nodes: Int) { places = Array(repeating: -1, count: nodes * 2) }

  /// Adds a step.
  mutating func add(_ step: DependencyGraph.Step) {
    places[Self.key(step)] = steps.count
    steps.append(step)
    after.append([])
  }

  /// The place of a step before sorting.
  func place(of step: DependencyGraph.Step) -> Int? {
    let place = places[Self.key(step)]
    return place < 0 ? nil : place
  }

  private static func key(_ step: DependencyGraph.Step) -> Int { step.node * 2 + Int(step.role.rawValue) }

  /// Says that one step comes before another, because that one reads a node.
  mutating func connect(_ before: Int, to later: Int, through node: Int) {
    if after[before].count < 8 {
      if !after[before].contains(where: { $0.step == later }) { after[before].append((later, node)) }
      return
    }
    if known[before, default: Set(after[before].map(\.step))].insert(later).inserted {
      after[before].append((later, node))
    }
  }

  /// The order, form order where it is free, and the cycles left over.
  func sorted() -> (order: [Int], cycles: [Cycle]) {
    var waitingFor = Array(repeating: 0, count: steps.count)
    for edges in after { for edge in edges { waitingFor[edge.step] += 1 } }
    var order: [Int] = []
    var ready = steps.indices.filter { waitingFor[$0] == 0 }[...]
    while let next = ready.popFirst() {
      order.append(next)
      for edge in after[next] {
        waitingFor[edge.step] -= 1
        if waitingFor[edge.step] == 0 { ready.append(edge.step) }
      }
    }
    guard order.count < steps.count else { return (order, []) }
    return (order, cycles(among: Set(steps.indices.filter { waitingFor[$0] > 0 })))
  }

  /// One cycle of every knot among the steps that could not be ordered.
  private func cycles(among left: Set<Int>) -> [Cycle] {
    var finished: Set<Int> = []
    var found: [Cycle] = []
    for start in left.sorted() where !finished.contains(start) {
      var trail: [Int] = []
      var onTrail: Set<Int> = []
      var edgePlaces: [Int] = []
      trail.append(start)
      onTrail.insert(start)
      edgePlaces.append(0)
      while let step = trail.last {
        let edges = after[step]
        let place = edgePlaces[edgePlaces.count - 1]
        guard place < edges.count else {
          finished.insert(step)
          onTrail.remove(step)
          trail.removeLast()
          edgePlaces.removeLast()
          continue
        }
        edgePlaces[edgePlaces.count - 1] += 1
        let next = edges[place].step
        if onTrail.contains(next), let begin = trail.firstIndex(of: next) {
          found.append(cycle(Array(trail[begin...])))
          finished.formUnion(trail)
          break
        }
        guard left.contains(next), !finished.contains(next) else { continue }
        trail.append(next)
        onTrail.insert(next)
        edgePlaces.append(0)
      }
    }
    return found
  }

  private func cycle(_ ring: [Int]) -> Cycle {
    var names: [Int] = []
    for (place, step) in ring.enumerated() {
      let next = ring[(place + 1) % ring.count]
      names.append(steps[step].node)
      if let edge = after[step].first(where: { $0.step == next }), steps[step].role == .relevance,
        edge.through != steps[step].node
      {
        names.append(edge.through)
      }
    }
    names.append(names[0])
    return Cycle(steps: ring.map { steps[$0] }, names: names)
  }
}
