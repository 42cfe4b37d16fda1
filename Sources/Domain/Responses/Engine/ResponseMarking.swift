internal import Expressions
internal import Forms

// Noting what has to be computed again.
extension Response {
  /// A node's value changed in a row.
  mutating func valueChanged(_ node: Int, row: Int) {
    for reader in form.graph.valueReaders[node] { mark(reader, from: row) }
    pending.add(check: node, row: row)
    for triggered in form.graph.triggered[node] { pending.add(triggered: triggered, row: row) }
  }

  /// A node, with all it holds, appeared or disappeared in a row.
  mutating func relevanceChanged(_ node: Int, row: Int) {
    for reader in form.graph.relevanceReaders[node] { mark(reader, from: row) }
    markNodes(node..<sheet.layout.ends[node], in: row, relevance: false)
  }

  /// Rows of a repeat came, went or moved.
  mutating func rowsChanged(_ repeatNode: Int, in row: Int) {
    for reader in form.graph.rowReaders[repeatNode] { mark(reader, from: row) }
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
    markNodes(range, in: row, relevance: true)
  }

  private mutating func markNodes(_ range: Range<Int>, in row: Int, relevance: Bool) {
    for node in range {
      let relevanceStep = relevance ? form.graph.relevanceStep[node] : nil
      let valueStep = form.graph.valueStep[node]
      let isChecked = form.nodes[node].hasControl
      let isCounted = form.nodes[node].repeatCount != nil
      guard relevanceStep != nil || valueStep != nil || isChecked || isCounted else { continue }
      if isCounted {
        let scope = form.nodes[node].enclosingRepeat ?? SheetLayout.root
        if sheet.rows[row].scope != node {
          sheet.forEachRow(of: scope, inside: row) { pending.add(count: node, row: $0) }
        } else if let around = sheet.rows[row].parent {
          pending.add(count: node, row: around)
        }
      }
      guard relevanceStep != nil || valueStep != nil || isChecked else { continue }
      sheet.forEachRow(of: sheet.scope(of: node), inside: row) { each in
        if let relevanceStep { pending.add(step: relevanceStep, row: each) }
        if let valueStep { pending.add(step: valueStep, row: each) }
        if isChecked { pending.add(check: node, row: each) }
      }
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
