internal import Expressions
package import Forms

// From paths to elements and back.
extension Response {
  /// The element at a path; a repeat without a row in the last step gives none.
  func element(at path: FieldPath) -> NodeID? {
    guard let place = locate(path) else { return nil }
    if form.nodes[place.node].kind == .repeat { return path.row == nil ? nil : sheet.rows[place.row].node }
    return sheet.element(of: place.node, from: place.row)
  }

  /// The node at a path and the row that holds it: for a repeat with a row that row, without one the row around.
  func locate(_ path: FieldPath) -> (node: Int, row: Int)? {
    guard let first = path.steps.first, first.name == form.nodes[0].name else { return nil }
    var node = 0
    var row = AnswerSheet.rootRow
    for (place, step) in path.steps.enumerated().dropFirst() {
      guard let child = child(step.name, of: node) else { return nil }
      node = child
      guard form.nodes[node].kind == .repeat else {
        if step.row != nil { return nil }
        continue
      }
      if let id = step.row {
        guard let found = rowNumbers[RowKey(scope: node, parent: row, id: id)] else { return nil }
        row = found
      } else if place < path.steps.count - 1 {
        return nil
      }
    }
    return (node, row)
  }

  /// The child of a name; a long form is not searched one by one.
  private func child(_ name: String, of node: Int) -> Int? {
    let children = form.nodes[node].children
    if children.count > 8 { return form.child(name, of: node)?.index }
    return children.first { form.nodes[$0].name == name }
  }

  /// The path of an element by row ids.
  func fieldPath(of element: NodeID) -> FieldPath {
    fieldPath(of: Int(sheet.nodes[Int(element.raw)]), in: sheet.row(of: element))
  }

  /// The path of a node seen from a row.
  func fieldPath(of node: Int, in row: Int) -> FieldPath {
    var steps: [FieldPath.Step] = []
    var current: Int? = node
    while let index = current {
      let each = form.nodes[index]
      let around = sheet.row(around: row, depth: each.repeatDepth + 1)
      let id = each.kind == .repeat && sheet.rows[around].scope == index ? sheet.rows[around].id : nil
      steps.append(FieldPath.Step(each.name, row: id))
      current = each.parent
    }
    return FieldPath(known: steps.reversed())
  }

  /// The path of an element with row numbers, `/data/may[2]/gia`.
  func indexPath(of element: NodeID) -> String {
    indexPath(of: Int(sheet.nodes[Int(element.raw)]), in: sheet.row(of: element))
  }

  /// The path of a node with row numbers seen from a row.
  func indexPath(of node: Int, in row: Int) -> String {
    guard form.nodes[node].repeatDepth > 0 || form.nodes[node].kind == .repeat else { return form.nodes[node].path }
    var pieces: [String] = []
    var current: Int? = node
    while let index = current {
      let each = form.nodes[index]
      let around = sheet.row(around: row, depth: each.repeatDepth + 1)
      let isRow = each.kind == .repeat && sheet.rows[around].scope == index
      pieces.append(isRow ? "\(each.name)[\(sheet.rows[around].ordinal + 1)]" : each.name)
      current = each.parent
    }
    return "/" + pieces.reversed().joined(separator: "/")
  }

  /// The path with row numbers for a path by row ids; nothing when there is no such place.
  package func indexPath(of path: FieldPath) -> String? {
    locate(path).map { indexPath(of: $0.node, in: $0.row) }
  }

  /// Reads a path with row numbers (`/data/may[2]/gia`), with row ids (`/data/may{7f3a}/gia`), or with neither, which means
  /// the first row. A repeat as the last step without a row names the repeat itself.
  package func fieldPath(_ text: String) -> FieldPath? {
    guard text.hasPrefix("/") else { return nil }
    var steps: [FieldPath.Step] = []
    var node: Int?
    var row = AnswerSheet.rootRow
    let pieces = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for (place, piece) in pieces.enumerated() {
      let name = String(piece.prefix { $0 != "[" && $0 != "{" })
      let mark = piece.dropFirst(name.count)
      let step = node.map { self.child(name, of: $0) } ?? (form.nodes[0].name == name ? 0 : nil)
      guard let child = step else { return nil }
      node = child
      guard form.nodes[child].kind == .repeat else {
        guard mark.isEmpty || mark == "[1]" else { return nil }
        steps.append(FieldPath.Step(name))
        continue
      }
      if mark.isEmpty, place == pieces.count - 1 {
        steps.append(FieldPath.Step(name))
        continue
      }
      guard let found = self.row(marked: mark, of: child, in: row) else { return nil }
      row = found
      steps.append(FieldPath.Step(name, row: sheet.rows[row].id))
    }
    return FieldPath(steps: steps)
  }

  private func row(marked mark: Substring, of repeatNode: Int, in row: Int) -> Int? {
    let rows = sheet.rows(of: repeatNode, in: row)
    if mark.isEmpty { return rows.first }
    let inner = mark.dropFirst().dropLast()
    if mark.hasPrefix("["), mark.hasSuffix("]"), let number = Int(inner) {
      return (1...max(rows.count, 1)).contains(number) && !rows.isEmpty ? rows[number - 1] : nil
    }
    guard mark.hasPrefix("{"), mark.hasSuffix("}"), let id = RowID(String(inner)) else { return nil }
    return rowNumbers[RowKey(scope: repeatNode, parent: row, id: id)]
  }

  /// The node at a path.
  package func node(at path: FieldPath) -> FormNode? { locate(path).map { form.nodes[$0.node] } }

  /// The ids of the rows of a repeat, in order.
  package func rows(of path: FieldPath) -> [RowID] {
    guard let place = locate(path), form.nodes[place.node].kind == .repeat else { return [] }
    let around = path.row == nil ? place.row : sheet.rows[place.row].parent ?? AnswerSheet.rootRow
    return sheet.rows(of: place.node, in: around).map { sheet.rows[$0].id }
  }

  /// Enters a row into the table by which edits find it.
  mutating func register(_ row: Int) {
    guard let parent = sheet.rows[row].parent else { return }
    rowNumbers[RowKey(scope: sheet.rows[row].scope, parent: parent, id: sheet.rows[row].id)] = row
  }
}
