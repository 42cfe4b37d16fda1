internal import Expressions
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
  /// For each node whether it is a repeat.
  let isRepeat: [Bool]
  /// For each node how many repeats its rows are inside: those around it, and a repeat itself.
  let depths: [Int]
  /// For each node the repeat whose rows hold it, for a repeat itself, or the root.
  let scopes: [Int]
  /// For each node how expressions read its values.
  let types: [LeafType]
  /// For each node whose values are written in one way only, whoever gives them, the kind that says how.
  let canonicalKinds: [QuestionKind?]
  /// The root stands for the row that holds everything outside of repeats.
  static let root = -1

  init(_ form: CheckedForm) {
    var slots = Array(repeating: 0, count: form.nodes.count)
    var members: [Int: [Int]] = [Self.root: []]
    var innerRepeats: [Int: [Int]] = [Self.root: []]
    var chains: [Int: [Int]] = [Self.root: []]
    var ends = Array(repeating: 0, count: form.nodes.count)
    var isRepeat = Array(repeating: false, count: form.nodes.count)
    var depths = slots
    var scopes = slots
    // Nodes are read field by field: copying them whole costs more than the rest.
    for node in form.nodes.indices {
      let scope = form.nodes[node].enclosingRepeat ?? Self.root
      isRepeat[node] = form.nodes[node].kind == .repeat
      depths[node] = form.nodes[node].repeatDepth + (isRepeat[node] ? 1 : 0)
      scopes[node] = isRepeat[node] ? node : scope
      if isRepeat[node] {
        slots[node] = innerRepeats[scope, default: []].count
        innerRepeats[scope, default: []].append(node)
        members[node] = []
        innerRepeats[node] = []
        chains[node] = (chains[scope] ?? []) + [node]
      } else {
        slots[node] = members[scope, default: []].count
        members[scope, default: []].append(node)
      }
    }
    for node in form.nodes.indices.reversed() {
      ends[node] = max(ends[node], node + 1)
      if let parent = form.nodes[node].parent { ends[parent] = max(ends[parent], ends[node]) }
    }
    self.slots = slots
    self.members = members
    self.innerRepeats = innerRepeats
    self.chains = chains
    self.ends = ends
    self.isRepeat = isRepeat
    self.depths = depths
    self.scopes = scopes
    types = form.nodes.indices.map { form.nodes[$0].leafType }
    canonicalKinds = form.nodes.indices.map { Canonical.kind(form.nodes[$0].kind, bindType: form.nodes[$0].bindType) }
    hasControl = form.nodes.indices.map { form.nodes[$0].kind.description.hasControl }
  }
}
