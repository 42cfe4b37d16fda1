/// The names of a form: finds nodes by name, by path, and relative to each other.
struct NameTree: Sendable {
  private(set) var nodes: [FormNode] = []
  private var byName: [String: Int] = [:]
  /// Further nodes of names that stand several times.
  private var furtherByName: [String: [Int]] = [:]
  private var byPath: [String: Int] = [:]
  /// Whether any node is a repeat: without one every path stays as it is written.
  private(set) var hasRepeats = false

  /// A tree with room for so many nodes.
  init(reserving count: Int = 0) {
    nodes.reserveCapacity(count)
    byName.reserveCapacity(count)
    byPath.reserveCapacity(count)
  }

  /// Changes a node in place.
  subscript(index: Int) -> FormNode {
    _read { yield nodes[index] }
    _modify { yield &nodes[index] }
  }

  /// Adds a node below a parent and gives its number.
  mutating func add(name: String, kind: QuestionKind, parent: Int?, position: SourcePosition) -> Int {
    let index = nodes.count
    // The node above is read field by field: copying it whole costs more than making the new one.
    let isInRepeat = parent.map { nodes[$0].kind == .repeat } ?? false
    let path = (parent.map { nodes[$0].path } ?? "") + "/" + name
    if kind == .repeat { hasRepeats = true }
    nodes.append(
      FormNode(
        index: index, name: name, path: path, kind: kind, parent: parent,
        enclosingRepeat: isInRepeat ? parent : parent.flatMap { nodes[$0].enclosingRepeat },
        repeatDepth: parent.map { nodes[$0].repeatDepth + (isInRepeat ? 1 : 0) } ?? 0,
        depth: parent.map { nodes[$0].depth + 1 } ?? 0, position: position))
    if let parent { nodes[parent].children.append(index) }
    // Of several nodes of one name or path the first is found first.
    if let earlier = byName.updateValue(index, forKey: name) {
      byName[name] = earlier
      furtherByName[name, default: []].append(index)
    }
    if let earlier = byPath.updateValue(index, forKey: path) { byPath[path] = earlier }
    return index
  }

  /// All nodes of a name.
  func named(_ name: String) -> [Int] {
    guard let first = byName[name] else { return [] }
    return furtherByName.isEmpty ? [first] : [first] + (furtherByName[name] ?? [])
  }

  /// The node at a path of names.
  func at(_ path: String) -> Int? { byPath[path] }

  /// Every path of names.
  var paths: [String: Int] { byPath }

  /// The child of a name.
  func child(_ name: String, of parent: Int) -> Int? {
    byPath[nodes[parent].path + "/" + name]
  }

  /// The children of a name.
  func children(_ name: String, of parent: Int) -> [Int] {
    let children = nodes[parent].children
    if children.count <= 4 { return children.filter { nodes[$0].name == name } }
    return named(name).filter { nodes[$0].parent == parent }
  }

  /// How many rows are known at a node.
  func rowDepth(at node: Int) -> Int { nodes[node].repeatDepth + (nodes[node].kind == .repeat ? 1 : 0) }

  /// The repeats whose rows are known at a node, outermost first; a repeat's own row is known to itself.
  func rows(at node: Int) -> [Int] {
    var chain: [Int] = []
    var place: Int? = node
    while let current = place {
      if nodes[current].kind == .repeat { chain.append(current) }
      place = nodes[current].parent
    }
    return chain.reversed()
  }

  /// The innermost repeat whose row both share: known at the context, and around the target.
  func sharedRepeat(context: Int, target: Int) -> Int? {
    let around = nodes[target].parent.map(rows(at:)) ?? []
    return zip(rows(at: context), around).prefix { $0 == $1 }.last?.0
  }

  /// The relative path from a context to a target below a repeat that both share.
  func relativePath(from context: Int, to target: Int, below shared: Int) -> String {
    var ups: [String] = []
    var place = context
    while place != shared, let parent = nodes[place].parent {
      ups.append("..")
      place = parent
    }
    var downs: [String] = []
    place = target
    while place != shared, let parent = nodes[place].parent {
      downs.append(nodes[place].name)
      place = parent
    }
    return ((ups.isEmpty ? ["."] : ups) + downs.reversed()).joined(separator: "/")
  }

  /// The path that an expression at a context uses for a target: relative inside a shared row, else absolute.
  func expression(for target: Int, at context: Int, inPredicate: Bool) -> String {
    guard let shared = sharedRepeat(context: context, target: target) else { return nodes[target].path }
    return (inPredicate ? "current()/" : "") + relativePath(from: context, to: target, below: shared)
  }

  /// The known name that is nearest to a misspelt one, when one is near.
  func nearest(to name: String) -> String? {
    let limit = max(1, name.count / 3)
    let scored = byName.keys.map { (name: $0, distance: Self.distance(name, $0, limit: limit)) }
    return scored.filter { $0.distance <= limit }.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
  }

  /// How many letters have to change to make one name of another; beyond the limit any larger number.
  private static func distance(_ left: String, _ right: String, limit: Int) -> Int {
    let first = Array(left)
    let second = Array(right)
    guard abs(first.count - second.count) <= limit else { return limit + 1 }
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (place, other) in second.enumerated() {
        let above = row[place + 1]
        row[place + 1] = letter == other ? diagonal : min(diagonal, above, row[place]) + 1
        diagonal = above
      }
    }
    return row[second.count]
  }
}
