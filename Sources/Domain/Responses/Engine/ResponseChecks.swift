internal import Expressions
internal import Forms

// Checking questions: required, written form, choices, constraint, warning.
extension Response {
  /// Checks the questions waiting, each once.
  mutating func runChecks() {
    for (node, row) in pending.takeChecks() where sheet.rows[row].isAlive {
      let element = sheet.element(of: node, from: row)
      let found = findings(of: element)
      if !found.isEmpty {
        findings[element] = found
      } else if !findings.isEmpty {
        findings[element] = nil
      }
    }
  }

  /// What is wrong with a question now. The node is read field by field: copying it whole costs more than most checks.
  func findings(of element: NodeID, ignoringMissing: Bool = false) -> Findings {
    var found = Findings()
    let node = sheet.number(of: element)
    guard !sheet.scope.document.isConcealed(element) else { return found }
    if !faults.isEmpty { found.fault = faults[element] }
    if !excess.isEmpty { found.exceedsRows = excess.values.contains(element) }
    guard sheet.layout.hasControl[node] else { return found }
    do {
      if sheet.scope.document.value(of: element).isEmpty {
        guard let required = form.nodes[node].required, ignoringMissing || missing[element] == nil else { return found }
        found.isRequired = try truth(of: required, at: element)
      } else if form.nodes[node].kind != .note {
        try checkAnswer(of: element, node: node, into: &found)
      }
    } catch {
      found.fault = error
    }
    return found
  }

  private func checkAnswer(of element: NodeID, node: Int, into found: inout Findings) throws(ExpressionProblem) {
    let value = sheet.scope.document.value(of: element)
    found.isMalformed = !form.nodes[node].kind.description.isWellFormed(value, form.nodes[node].parameters)
    if found.isMalformed { return }
    if let itemset = form.nodes[node].itemset { found.isNotOffered = try !offers(itemset, value, at: element) }
    if let constraint = form.nodes[node].constraint, try !truth(of: constraint, at: element) {
      found.breaksConstraint = true
    }
    if let implied = form.nodes[node].impliedConstraint, try !truth(of: implied, at: element) {
      found.breaksConstraint = true
    }
    if let warning = form.nodes[node].warning { found.isWarned = try !truth(of: warning, at: element) }
  }

  /// Whether every choice taken is offered now. The name of a choice of which one is taken may hold spaces.
  private func offers(_ itemset: Itemset, _ value: String, at element: NodeID) throws(ExpressionProblem) -> Bool {
    let isOne = form.nodes[sheet.number(of: element)].kind == .selectOne
    if case .list(let list) = itemset.source, !itemset.isFiltered, itemset.valuePath == [tables[list].valueName] {
      if isOne { return tables[list].item(of: value) != nil }
      return value.split(separator: " ").allSatisfy { tables[list].item(of: String($0)) != nil }
    }
    if let match = itemset.match { return try nodes(of: match, at: element)?.count ?? 0 > 0 }
    guard let offered = try nodes(of: itemset.items, at: element) else { return false }
    let path = itemset.valuePath.map { Name($0) }
    let values = Set(offered.nodes.map { Self.text(at: path, below: $0, in: offered.document) })
    if isOne || values.contains(value) { return values.contains(value) }
    return value.split(separator: " ").allSatisfy { values.contains(String($0)) }
  }

  /// The text at the end of a path of names below a node.
  static func text(at path: [String], below node: NodeID, in document: Document) -> String {
    text(at: path.map { Name($0) }, below: node, in: document)
  }

  /// The same with interned names.
  static func text(at path: [Name], below node: NodeID, in document: Document) -> String {
    var place = node
    for name in path {
      guard let child = document.child(of: place, named: name) else { return "" }
      place = child
    }
    return document.value(of: place)
  }

  /// Whether the node or a group around it is read-only now.
  func isReadOnly(_ element: NodeID) -> Bool {
    var node: Int? = Int(sheet.nodes[Int(element.raw)])
    let row = sheet.row(of: element)
    while let index = node {
      if let formula = form.nodes[index].readOnly,
        (try? truth(of: formula, at: sheet.element(of: index, from: row))) ?? false
      {
        return true
      }
      node = form.nodes[index].parent
    }
    return false
  }

  /// Whether an answer is demanded now.
  func isRequired(_ element: NodeID) -> Bool {
    let node = sheet.number(of: element)
    guard sheet.layout.hasControl[node], let formula = form.nodes[node].required else { return false }
    return (try? truth(of: formula, at: element)) ?? false
  }

  /// The value at a path; nothing when there is no such node.
  package func value(_ path: FieldPath) -> String? { element(at: path).map { sheet.scope.document.value(of: $0) } }

  /// Whether the node is relevant now, with all around it.
  package func isRelevant(_ path: FieldPath) -> Bool {
    element(at: path).map { !sheet.scope.document.isConcealed($0) } ?? false
  }

  /// Whether an answer is demanded now.
  package func isRequired(_ path: FieldPath) -> Bool { element(at: path).map { isRequired($0) } ?? false }

  /// Whether the node takes no answer by hand now.
  package func isReadOnly(_ path: FieldPath) -> Bool {
    guard let element = element(at: path) else { return true }
    return isFinalised || sheet.node(of: element).kind == .note || isReadOnly(element)
  }

  /// The reason given instead of an answer.
  package func missingReason(_ path: FieldPath) -> String? { element(at: path).flatMap { missing[$0] } }

  /// The note on a question.
  package func note(_ path: FieldPath) -> String? { element(at: path).flatMap { notes[$0] } }
}
