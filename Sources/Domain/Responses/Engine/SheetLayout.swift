internal import Forms

/// Where the nodes of a form have their places in rows: worked out once for a response and all its copies.
final class SheetLayout: Sendable {
  /// For each node its place among the nodes of its row; a repeat's own place counts its rows.
  let slots: [Int]
  /// For each repeat, and the root, the nodes of its rows that are no repeats and no deeper, in order.
  let members: [Int: [Int]]
  /// For each repeat, and the root, the repeats directly inside its rows, in order.
  let innerRepeats: [Int: [Int]]
  /// For each repeat the repeats from the outermost to itself.
  let chains: [Int: [Int]]
  /// For each node the number after the last one inside it.
  let ends: [Int]
  /// For each node whether the user is asked or shown something.
  let hasControl: [Bool]
  /// The root stands for the row that holds everything outside of repeats.
  static let root = -1

  init(_ form: CheckedForm) {
    var slots = Array(repeating: 0, count: form.nodes.count)
    var members: [Int: [Int]] = [Self.root: []]
    var innerRepeats: [Int: [Int]] = [Self.root: []]
    var chains: [Int: [Int]] = [Self.root: []]
    var ends = Array(repeating: 0, count: form.nodes.count)
    for node in form.nodes {
      let scope = node.enclosingRepeat ?? Self.root
      if node.kind == .repeat {
        slots[node.index] = innerRepeats[scope, default: []].count
        innerRepeats[scope, default: []].append(node.index)
        members[node.index] = []
        innerRepeats[node.index] = []
        chains[node.index] = (chains[scope] ?? []) + [node.index]
      } else {
        slots[node.index] = members[scope, default: []].count
        members[scope, default: []].append(node.index)
      }
    }
    for node in form.nodes.reversed() {
      ends[node.index] = max(ends[node.index], node.index + 1)
      if let parent = node.parent { ends[parent] = max(ends[parent], ends[node.index]) }
    }
    self.slots = slots
    self.members = members
    self.innerRepeats = innerRepeats
    self.chains = chains
    self.ends = ends
    hasControl = form.nodes.map(\.hasControl)
  }
}
