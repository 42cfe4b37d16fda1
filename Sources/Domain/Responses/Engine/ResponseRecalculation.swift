internal import Expressions
internal import Forms

// Computing what is waiting, in order, until nothing is.
extension Response {
  /// Brings everything to rest: steps, triggers, row counts, then checks.
  mutating func settle() {
    grown = []
    // Questions that trigger each other in a ring never come to rest; the limit stops them.
    for _ in 0..<Self.roundLimit {
      runSteps()
      if runTriggers() { continue }
      if !growRows() { break }
    }
    _ = pending.takeTriggered()
    runChecks()
  }

  /// How often triggers are followed before they are taken to go round in a ring.
  static var roundLimit: Int { 100 }

  /// Computes the steps waiting, each after those it reads.
  mutating func runSteps() {
    var rows: [Int32] = []
    while let place = pending.nextStep(&rows) {
      let step = form.graph.steps[place]
      for row in rows where sheet.rows[Int(row)].isAlive {
        switch step.role {
        case .relevance: computeRelevance(of: step.node, row: Int(row))
        case .value: computeValue(of: step.node, row: Int(row))
        }
      }
    }
  }

  private mutating func computeRelevance(of node: Int, row: Int) {
    guard let formula = form.nodes[node].relevant else { return }
    let element = sheet.element(of: node, from: row)
    var isHidden = false
    do {
      isHidden = try !truth(of: formula, at: element)
      clearFault(of: element)
    } catch {
      // What cannot be computed stays visible, so that no answer gets out of reach.
      faults[element] = error
      pending.add(check: node, row: row)
    }
    guard isHidden != sheet.scope.document.isHidden(of: element) else { return }
    sheet.scope.document.setHidden(element, isHidden)
    relevanceChanged(node, row: row)
  }

  private mutating func computeValue(of node: Int, row: Int) {
    guard let formula = form.nodes[node].calculation else { return }
    let element = sheet.element(of: node, from: row)
    // Hidden calculations are computed too, as other engines do: they are right the moment they are shown.
    var value = ""
    var type = LeafType.string
    do {
      (value, type) = try content(of: formula, node: node, at: element)
      clearFault(of: element)
    } catch {
      type = sheet.layout.types[node]
      faults[element] = error
      pending.add(check: node, row: row)
    }
    if put(value, as: type, in: element) { valueChanged(node, row: row) }
  }

  /// Puts a text into an element, with the way in which expressions read it; says whether that changed anything.
  @discardableResult
  mutating func put(_ value: String, as type: LeafType, in element: NodeID) -> Bool {
    let isRead = type == sheet.scope.document.type(of: element)
    if isRead, value == sheet.scope.document.value(of: element) { return false }
    if !isRead { sheet.scope.document.setType(element, type) }
    sheet.scope.document.setValue(element, value)
    return true
  }

  private mutating func clearFault(of element: NodeID) {
    guard !faults.isEmpty, faults.removeValue(forKey: element) != nil else { return }
    pending.add(check: Int(sheet.nodes[Int(element.raw)]), row: sheet.row(of: element))
  }

  /// Sets what triggers ask for. Each node is set at most once for each change.
  mutating func runTriggers() -> Bool {
    let waiting = pending.takeTriggered()
    guard !waiting.isEmpty else { return false }
    for (node, row) in waiting.prefix(Self.rowLimit) where sheet.rows[row].isAlive {
      guard let formula = form.nodes[node].triggered else { continue }
      let shared = min(sheet.rows[row].depth, form.nodes[node].repeatDepth)
      let around = sheet.row(around: row, depth: shared)
      for target in sheet.rows(ofScope: sheet.scope(of: node), inside: around) {
        set(node, row: target, by: formula)
        runSteps()
      }
    }
    return true
  }

  /// Sets a node once to what a formula gives now.
  mutating func set(_ node: Int, row: Int, by formula: CompiledFormula) {
    let element = sheet.element(of: node, from: row)
    guard let (value, type) = try? content(of: formula, node: node, at: element) else { return }
    if put(value, as: type, in: element) { valueChanged(node, row: row) }
  }

  /// Makes the rows that repeat counts ask for; never takes any away.
  private mutating func growRows() -> Bool {
    var hasGrown = false
    for (repeatNode, row) in pending.takeCounts() where sheet.rows[row].isAlive {
      guard let asked = rowsAsked(of: repeatNode, in: row) else { continue }
      let wanted = min(asked, Self.rowLimit)
      let present = sheet.rows(of: repeatNode, in: row).count
      guard wanted > present, grown.insert(RowKey(scope: repeatNode, parent: row, id: nil)).inserted else { continue }
      for _ in present..<wanted { addRow(of: repeatNode, in: row, id: freeID(of: repeatNode, in: row)) }
      rowsChanged(repeatNode, in: row)
      hasGrown = true
    }
    return hasGrown
  }

  /// How many rows the count of a repeat asks for now; more than a repeat takes are noted as a problem of what counts them.
  private mutating func rowsAsked(of repeatNode: Int, in row: Int) -> Int? {
    guard let formula = form.nodes[repeatNode].repeatCount, let parent = form.nodes[repeatNode].parent else {
      return nil
    }
    let holder = sheet.element(of: parent, from: row)
    let asked = sheet.scope.document.isConcealed(holder) ? nil : try? count(of: formula, at: holder)
    let key = RowKey(scope: repeatNode, parent: row, id: nil)
    let counter = (asked ?? 0) > Self.rowLimit ? self.counter(of: formula, at: holder) : nil
    if excess[key] != counter {
      for element in [excess[key], counter].compactMap({ $0 }) {
        pending.add(check: sheet.number(of: element), row: sheet.row(of: element))
      }
      excess[key] = counter
    }
    return asked
  }

  /// The element that a count reads, when it is nothing but a path in the form; else the one where it is read.
  private func counter(of formula: CompiledFormula, at holder: NodeID) -> NodeID {
    let isInForm = formula.formula.tree.locationPaths.allSatisfy { path in
      if case .instance = path.base { false } else { true }
    }
    guard isInForm, let set = try? nodes(of: formula, at: holder), let first = set.nodes.first else { return holder }
    return first
  }

  /// The next number that no row of the repeat has as its id.
  private func freeID(of repeatNode: Int, in row: Int) -> RowID {
    var number = sheet.rows(of: repeatNode, in: row).count + 1
    while rowNumbers[RowKey(scope: repeatNode, parent: row, id: RowID(number: number))] != nil { number += 1 }
    return RowID(number: number)
  }

  /// Adds a row, fills its defaults and notes everything in it.
  mutating func addRow(of repeatNode: Int, in parent: Int, id: RowID) {
    let row = sheet.addRow(of: repeatNode, in: parent, id: id)
    register(row)
    fillDefaults(in: row, except: [])
    markEverything(in: row)
  }
}
