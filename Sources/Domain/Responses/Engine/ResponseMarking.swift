internal import Expressions
internal import Forms

// Noting what has to be computed again.
extension Response {
  /// A node's value changed in a row.
  mutating func valueChanged(_ node: Int, row: Int) {
    for place in form.graph.valueReaders.places(of: node) { mark(form.graph.valueReaders[place], from: row) }
    // What nobody is asked has nothing to check but faults, and those are noted where they come and go.
    if sheet.layout.hasControl[node] { pending.add(check: node, row: row) }
    guard form.graph.hasTriggers else { return }
    for triggered in form.graph.triggered[node] { pending.add(triggered: triggered, row: row) }
  }

  /// A node, with all it holds, appeared or disappeared in a row.
  mutating func relevanceChanged(_ node: Int, row: Int) {
    for place in form.graph.relevanceReaders.places(of: node) { mark(form.graph.relevanceReaders[place], from: row) }
    for inner in node..<sheet.layout.ends[node]
    where sheet.layout.hasControl[inner] || form.nodes[inner].repeatCount != nil {
      markNode(inner, in: row, steps: false)
    }
  }

  /// Rows of a repeat moved.
  mutating func rowsMoved(_ repeatNode: Int, in row: Int) {
    for place in form.graph.positionReaders.places(of: repeatNode) {
      mark(form.graph.positionReaders[place], from: row)
    }
  }

  /// Rows of a repeat came or went.
  mutating func rowsChanged(_ repeatNode: Int, in row: Int) {
    for place in form.graph.rowReaders.places(of: repeatNode) { mark(form.graph.rowReaders[place], from: row) }
  }

  private mutating func mark(_ reader: DependencyGraph.Reader, from row: Int) {
    let ancestor = sheet.row(around: row, depth: min(reader.sharedRepeats, sheet.rows[row].depth))
    switch reader.target {
    case .step(let step):
      let scope = sheet.scope(of: form.graph.steps[step].node)
      if sheet.rows[ancestor].scope == scope {
        pending.add(step: step, row: ancestor)
      } else {
        sheet.forEachRow(of: scope, inside: ancestor) { pending.add(step: step, row: $0) }
      }
    case .checks(let node):
      sheet.forEachRow(of: sheet.scope(of: node), inside: ancestor) { pending.add(check: node, row: $0) }
    case .rowCount(let repeatNode):
      let scope = form.nodes[repeatNode].enclosingRepeat ?? SheetLayout.root
      sheet.forEachRow(of: scope, inside: ancestor) { pending.add(count: repeatNode, row: $0) }
    }
  }

  /// Everything in a row: steps, counts and checks.
  mutating func markEverything(in row: Int) {
    let scope = sheet.rows[row].scope
    let range = scope == SheetLayout.root ? form.nodes.indices : scope..<sheet.layout.ends[scope]
    for node in range { markNode(node, in: row, steps: true) }
  }

  /// The checks of a node, the number of its rows, and if asked for its steps, wherever it stands inside a row.
  private mutating func markNode(_ node: Int, in row: Int, steps: Bool) {
    let relevanceStep = steps ? form.graph.relevanceStep[node] : nil
    let valueStep = steps ? form.graph.valueStep[node] : nil
    let isChecked = sheet.layout.hasControl[node]
    if form.nodes[node].repeatCount != nil {
      let around = sheet.rows[row].scope == node ? sheet.rows[row].parent : row
      let scope = form.nodes[node].enclosingRepeat ?? SheetLayout.root
      if let around { sheet.forEachRow(of: scope, inside: around) { pending.add(count: node, row: $0) } }
    }
    guard relevanceStep != nil || valueStep != nil || isChecked else { return }
    if sheet.rows[row].scope == sheet.scope(of: node) {
      // The usual case goes without a closure, which would copy the sheet.
      if let relevanceStep { pending.add(step: relevanceStep, row: row) }
      if let valueStep { pending.add(step: valueStep, row: row) }
      if isChecked { pending.add(check: node, row: row) }
      return
    }
    sheet.forEachRow(of: sheet.scope(of: node), inside: row) { each in
      if let relevanceStep { pending.add(step: relevanceStep, row: each) }
      if let valueStep { pending.add(step: valueStep, row: each) }
      if isChecked { pending.add(check: node, row: each) }
    }
  }

  /// Everything that follows the language shown.
  mutating func markLanguage() {
    for step in form.graph.languageSteps {
      let scope = sheet.scope(of: form.graph.steps[step].node)
      sheet.forEachRow(of: scope, inside: AnswerSheet.rootRow) { pending.add(step: step, row: $0) }
    }
    for node in form.graph.languageChecks {
      sheet.forEachRow(of: sheet.scope(of: node), inside: AnswerSheet.rootRow) { pending.add(check: node, row: $0) }
    }
  }
}
