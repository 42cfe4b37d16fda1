internal import Expressions
internal import Forms

// Building and removing rows.
extension AnswerSheet {
  /// Makes the document: every node once, every repeat outside of repeats with one row.
  mutating func build() {
    let root = element(0, to: .document, before: nil, row: Self.rootRow)
    makeRow(scope: SheetLayout.root, element: root, parent: nil, depth: 0, id: RowID(number: 0), ordinal: 0)
    fill(0, of: Self.rootRow, element: root, startsRepeats: true)
  }

  /// Makes a row at the end of a repeat; repeats inside it start without rows.
  mutating func addRow(of repeatNode: Int, in parent: Int, id: RowID) -> Int {
    let slot = layout.slots[repeatNode]
    let row = rows.count
    let element = element(repeatNode, to: rows[parent].holders[slot], before: rows[parent].anchors[slot], row: row)
    makeRow(
      scope: repeatNode, element: element, parent: parent, depth: form.nodes[repeatNode].repeatDepth + 1, id: id,
      ordinal: rows[parent].inner[slot].count)
    rows[parent].inner[slot].append(row)
    fill(repeatNode, of: row, element: element, startsRepeats: false)
    return row
  }

  /// Removes a row with everything inside it.
  mutating func removeRow(_ row: Int) {
    guard let parent = rows[row].parent else { return }
    let slot = layout.slots[rows[row].scope]
    rows[parent].inner[slot].remove(at: rows[row].ordinal)
    for (ordinal, sibling) in rows[parent].inner[slot].enumerated() { rows[sibling].ordinal = ordinal }
    scope.document.remove(rows[row].node)
    bury(row)
  }

  private mutating func bury(_ row: Int) {
    for inner in rows[row].inner.flatMap({ $0 }) { bury(inner) }
    rows[row].isAlive = false
    rows[row].members = []
    rows[row].inner = rows[row].inner.map { _ in [] }
  }

  private mutating func makeRow(scope: Int, element: NodeID, parent: Int?, depth: Int, id: RowID, ordinal: Int) {
    let repeats = layout.innerRepeats[scope]?.count ?? 0
    var row = SheetRow(
      node: element, scope: scope, parent: parent, depth: depth, id: id, ordinal: ordinal,
      inner: Array(repeating: [], count: repeats), anchors: Array(repeating: nil, count: repeats),
      holders: Array(repeating: element, count: repeats))
    row.members.reserveCapacity(layout.members[scope]?.count ?? 0)
    rows.append(row)
    if scope == SheetLayout.root { rows[Self.rootRow].members.append(element) }
  }

  /// Makes the elements inside a group or row, in order.
  private mutating func fill(_ group: Int, of row: Int, element parent: NodeID, startsRepeats: Bool) {
    var waiting: [Int] = []
    for child in form.nodes[group].children {
      if layout.isRepeat[child] {
        rows[row].holders[layout.slots[child]] = parent
        waiting.append(child)
        continue
      }
      let element = element(child, to: parent, before: nil, row: row)
      rows[row].members.append(element)
      for earlier in waiting { rows[row].anchors[layout.slots[earlier]] = element }
      waiting = []
      if form.nodes[child].kind == .group { fill(child, of: row, element: element, startsRepeats: startsRepeats) }
    }
    guard startsRepeats else { return }
    for child in form.nodes[group].children where layout.isRepeat[child] {
      let first = addRow(of: child, in: row, id: RowID(number: 1))
      startInner(first)
    }
  }

  /// The first row of a repeat begins with first rows inside, as the form's own instance does.
  private mutating func startInner(_ row: Int) {
    for inner in layout.innerRepeats[rows[row].scope] ?? [] {
      startInner(addRow(of: inner, in: row, id: RowID(number: 1)))
    }
  }

  /// The node is read field by field: copying it whole costs more than making its element.
  private mutating func element(_ node: Int, to parent: NodeID, before sibling: NodeID?, row: Int) -> NodeID {
    var value = form.nodes[node].staticDefault
    if !value.isEmpty, let kind = layout.canonicalKinds[node] {
      value = Canonical.value(value, for: kind, at: scope.surroundings.moment)
    }
    let element = scope.document.insertElement(form.nodes[node].name, to: parent, before: sibling, value: value)
    let type = layout.types[node]
    if type != .string { scope.document.setType(element, type) }
    let place = Int(element.raw)
    while nodes.count <= place {
      nodes.append(-1)
      rowOf.append(-1)
    }
    nodes[place] = Int32(node)
    rowOf[place] = Int32(row)
    return element
  }
}
