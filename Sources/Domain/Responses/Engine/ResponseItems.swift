internal import Expressions
internal import Forms

// The form as screens list it.
extension Response {
  /// Everything visible, in order.
  package var items: [Item] { items(in: nil) }

  /// What is visible inside a group or row (inside the form without one), down to a number of levels.
  package func items(in section: FieldPath?, levels: Int = .max) -> [Item] {
    var found: [Item] = []
    guard let section else {
      list(0, row: AnswerSheet.rootRow, depth: 0, levels: levels, into: &found)
      return found
    }
    guard let place = locate(section) else { return [] }
    if form.nodes[place.node].kind == .repeat, section.row == nil {
      listRows(of: place.node, in: place.row, depth: 0, levels: levels, into: &found)
    } else {
      list(place.node, row: place.row, depth: 0, levels: levels, into: &found)
    }
    return found
  }

  /// One line: a group, repeat, row or question; nothing when it is not visible.
  package func item(at path: FieldPath) -> Item? {
    guard let place = locate(path) else { return nil }
    let node = form.nodes[place.node]
    if node.kind == .repeat, path.row == nil { return repeatItem(node, in: place.row, depth: 0) }
    guard let element = element(at: path), !sheet.scope.document.isConcealed(element) else { return nil }
    if node.kind == .repeat { return rowItem(place.row, depth: 0) }
    return item(node, element: element, kind: node.kind == .group ? .group : .question, depth: 0)
  }

  private func list(_ group: Int, row: Int, depth: Int, levels: Int, into found: inout [Item]) {
    guard levels > 0 else { return }
    for child in form.nodes[group].children {
      let node = form.nodes[child]
      if node.kind == .repeat {
        guard let item = repeatItem(node, in: row, depth: depth) else { continue }
        found.append(item)
        listRows(of: child, in: row, depth: depth + 1, levels: levels - 1, into: &found)
        continue
      }
      let element = sheet.element(of: child, from: row)
      guard !sheet.scope.document.isHidden(of: element) else { continue }
      if node.kind == .group {
        guard hasVisible(child, row: row) else { continue }
        found.append(item(node, element: element, kind: .group, depth: depth))
        list(child, row: row, depth: depth + 1, levels: levels - 1, into: &found)
      } else if node.hasControl {
        found.append(item(node, element: element, kind: .question, depth: depth))
      }
    }
  }

  private func listRows(of repeatNode: Int, in row: Int, depth: Int, levels: Int, into found: inout [Item]) {
    guard levels > 0 else { return }
    for each in sheet.rows(of: repeatNode, in: row) {
      guard let item = rowItem(each, depth: depth) else { continue }
      found.append(item)
      list(repeatNode, row: each, depth: depth + 1, levels: levels - 1, into: &found)
    }
  }

  /// Whether a group has anything to show.
  private func hasVisible(_ group: Int, row: Int) -> Bool {
    form.nodes[group].children.contains { child in
      let node = form.nodes[child]
      if node.kind == .repeat { return true }
      guard !sheet.scope.document.isHidden(of: sheet.element(of: child, from: row)) else { return false }
      return node.kind == .group ? hasVisible(child, row: row) : node.hasControl
    }
  }

  private func repeatItem(_ node: FormNode, in row: Int, depth: Int) -> Item? {
    guard let parent = node.parent else { return nil }
    let holder = sheet.element(of: parent, from: row)
    let rows = sheet.rows(of: node.index, in: row)
    let visible = rows.filter { !sheet.scope.document.isHidden(of: sheet.rows[$0].node) }
    let canAdd = canChangeRows(of: node.index, in: row)
    guard !sheet.scope.document.isConcealed(holder), !visible.isEmpty || rows.isEmpty else { return nil }
    var item = item(node, element: rows.first.map { sheet.rows[$0].node } ?? holder, kind: .group, depth: depth)
    item.kind = .repeat(rows: visible.count, canAdd: canAdd)
    item.path = fieldPath(of: node.index, in: row).withRow(nil)
    return item
  }

  private func rowItem(_ row: Int, depth: Int) -> Item? {
    let each = sheet.rows[row]
    guard let parent = each.parent, !sheet.scope.document.isHidden(of: each.node) else { return nil }
    let canRemove = canChangeRows(of: each.scope, in: parent)
    let count = sheet.rows(of: each.scope, in: parent).count
    return item(
      form.nodes[each.scope], element: each.node,
      kind: .row(number: each.ordinal + 1, count: count, canRemove: canRemove), depth: depth)
  }

  private func item(_ node: FormNode, element: NodeID, kind: Item.Kind, depth: Int) -> Item {
    let isQuestion = kind == .question
    let found = findings[element]
    return Item(
      kind: kind, path: fieldPath(of: element), node: node.index, depth: depth,
      label: text(.label, of: node, at: element) ?? "",
      value: isQuestion ? sheet.scope.document.value(of: element) : "",
      display: isQuestion ? display(element) : "", missing: missing[element],
      isRequired: isQuestion && isRequired(element),
      isReadOnly: isQuestion && (isFinalised || node.kind == .note || isReadOnly(element)), note: notes[element],
      problem: isQuestion ? found?.gravest : nil,
      isConfirmed: found?.gravest == .warning && confirmed[element] != nil)
  }
}
