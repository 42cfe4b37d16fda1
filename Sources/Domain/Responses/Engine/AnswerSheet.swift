internal import Expressions
internal import Forms

/// The document of a filled form, and which of its elements stands for which node in which row.
struct AnswerSheet: Sendable {
  let form: CheckedForm
  let layout: SheetLayout
  /// The document, and what formulas see beside it. Kept as the scope of formulas, so that evaluating copies nothing.
  var scope: Scope
  var rows: [SheetRow] = []
  /// For each element of the document its node in the form.
  var nodes: [Int32] = []
  /// For each element of the document its row.
  var rowOf: [Int32] = []

  init(_ form: CheckedForm, surroundings: Surroundings) {
    self.form = form
    layout = SheetLayout(form)
    scope = Scope(document: Document(), node: .document, surroundings: surroundings)
  }

  /// The row of the whole form.
  static let rootRow = 0

  /// The node that an element stands for.
  func node(of element: NodeID) -> FormNode { form.nodes[Int(nodes[Int(element.raw)])] }

  /// The number of the node that an element stands for.
  func number(of element: NodeID) -> Int { Int(nodes[Int(element.raw)]) }

  /// The row that an element belongs to; an element of a row belongs to itself.
  func row(of element: NodeID) -> Int { Int(rowOf[Int(element.raw)]) }

  /// The row at a depth around a row.
  func row(around row: Int, depth: Int) -> Int {
    var current = row
    while rows[current].depth > depth, let parent = rows[current].parent { current = parent }
    return current
  }

  /// The element of a node seen from a row that has the node, or is inside one that has.
  func element(of node: Int, from row: Int) -> NodeID {
    let around = self.row(around: row, depth: layout.depths[node])
    return layout.isRepeat[node] ? rows[around].node : rows[around].members[layout.slots[node]]
  }

  /// The scope whose rows hold the node: for a repeat itself.
  func scope(of node: Int) -> Int { layout.scopes[node] }

  /// The rows of a repeat directly inside a row.
  func rows(of repeatNode: Int, in row: Int) -> [Int] { rows[row].inner[layout.slots[repeatNode]] }

  /// Calls back with every row of a scope inside a row, or that row itself.
  func forEachRow(of scope: Int, inside row: Int, _ body: (Int) -> Void) {
    guard rows[row].scope != scope, let chain = layout.chains[scope], chain.count > rows[row].depth else {
      body(row)
      return
    }
    for inner in rows(of: chain[rows[row].depth], in: row) { forEachRow(of: scope, inside: inner, body) }
  }

  /// Every row of a scope inside a row, or that row itself.
  func rows(ofScope scope: Int, inside row: Int) -> [Int] {
    if rows[row].scope == scope { return [row] }
    var found: [Int] = []
    forEachRow(of: scope, inside: row) { found.append($0) }
    return found
  }

  /// The place of an element in the order of the form, for sorting.
  func order(of element: NodeID) -> [Int] {
    var order: [Int] = [Int(nodes[Int(element.raw)])]
    var current = row(of: element)
    while let parent = rows[current].parent {
      order.append(rows[current].ordinal)
      order.append(rows[current].scope)
      current = parent
    }
    return order.reversed()
  }
}
