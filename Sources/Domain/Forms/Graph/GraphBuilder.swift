internal import Expressions

/// Works out the dependencies of a form, their order, and what is wrong with them.
struct GraphBuilder {
  private let tree: NameTree
  private let instanceIDs: Set<String>
  private(set) var graph = DependencyGraph()
  /// Paths and instances that do not exist.
  private(set) var problems: [FormProblem] = []
  /// Expressions that depend on each other.
  private(set) var cycles: [FormProblem] = []
  private var sorter: StepSorter
  private var rings: ConditionRings
  private var readers: [[DependencyGraph.Reader]]
  private var rowReaders: [[DependencyGraph.Reader]]
  private var positionReaders: [[DependencyGraph.Reader]]

  init(tree: NameTree, instanceIDs: Set<String>) {
    self.tree = tree
    self.instanceIDs = instanceIDs
    sorter = StepSorter(nodes: tree.nodes.count)
    rings = ConditionRings(tree)
    readers = Array(repeating: [], count: tree.nodes.count)
    rowReaders = readers
    positionReaders = readers
  }

  /// Builds everything.
  mutating func build() {
    for node in tree.nodes.indices {
      if tree[node].relevant != nil { sorter.add(.init(node: node, role: .relevance)) }
      if tree[node].calculation != nil { sorter.add(.init(node: node, role: .value)) }
    }
    for node in tree.nodes.indices {
      if let formula = tree[node].relevant { read(formula, step: .init(node: node, role: .relevance)) }
      if let formula = tree[node].calculation { read(formula, step: .init(node: node, role: .value)) }
      if let formula = tree[node].repeatCount, let parent = tree[node].parent {
        read(formula, at: parent, for: .rowCount(node))
      }
      readChecks(of: node)
      if let reading = readAside(tree[node].readOnly, at: node) { rings.connect(reading, to: node) }
      readAside(tree[node].dynamicDefault, at: node)
      readAside(tree[node].triggered, at: node)
    }
    order()
    if cycles.isEmpty { cycles = rings.problems() }
    collect()
  }

  /// Reads a formula on which nothing waits, for what is wrong with it.
  @discardableResult
  private mutating func readAside(_ formula: CompiledFormula?, at node: Int) -> PathResolver.Reading? {
    guard let formula, formula.constant == nil else { return nil }
    let reading = PathResolver.reading(of: formula.formula, at: node, in: tree)
    report(reading, in: formula)
    return reading
  }

  private mutating func readChecks(of node: Int) {
    if let reading = readCheck(tree[node].required, of: node) { rings.connect(reading, to: node) }
    readCheck(tree[node].constraint, of: node)
    readCheck(tree[node].impliedConstraint, of: node)
    readCheck(tree[node].warning, of: node)
    readCheck(tree[node].itemset.flatMap { $0.match ?? $0.items }, of: node)
  }

  @discardableResult
  private mutating func readCheck(_ formula: CompiledFormula?, of node: Int) -> PathResolver.Reading? {
    guard let formula else { return nil }
    if formula.readsLanguage { graph.languageChecks.append(node) }
    guard formula.constant == nil else { return nil }
    if formula.formula.tree.readsOnlySelf, tree[node].kind != .repeat {
      let depth = tree.rowDepth(at: node)
      readers[node].append(.init(target: .checks(node), sharedRepeats: depth))
      let isRead = !formula.formula.tree.locationPaths.isEmpty
      return PathResolver.Reading(nodes: isRead ? [PathResolver.Arrival(node: node, boundRepeats: depth)] : [])
    }
    return read(formula, at: node, for: .checks(node))
  }

  private mutating func read(_ formula: CompiledFormula, step: DependencyGraph.Step) {
    // Steps are named by their place before sorting until the order is known.
    guard let place = sorter.place(of: step) else { return }
    let reading = read(formula, at: step.node, for: .step(place))
    rings.connect(reading, to: step.node)
    for arrival in reading.nodes {
      guard let node = arrival.node else { continue }
      if let source = sorter.place(of: .init(node: node, role: .value)) {
        sorter.connect(source, to: place, through: node)
      }
      connectRelevance(ofAll: node, to: place, step: step)
    }
    for arrival in reading.rows + reading.positions {
      arrival.node.map { connectRelevance(ofAll: $0, to: place, step: step) }
    }
    var above = step.role == .value ? step.node : tree[step.node].parent
    while let node = above {
      if let source = sorter.place(of: .init(node: node, role: .relevance)) {
        sorter.connect(source, to: place, through: node)
      }
      above = tree[node].parent
    }
  }

  /// Reading a node means reading whether it and all around it are relevant.
  private mutating func connectRelevance(ofAll node: Int, to place: Int, step: DependencyGraph.Step) {
    var current: Int? = node
    while let above = current {
      let isOwnRow = above == step.node && node == above && tree[above].kind == .repeat && step.role == .relevance
      if !isOwnRow, let source = sorter.place(of: .init(node: above, role: .relevance)) {
        sorter.connect(source, to: place, through: node)
      }
      current = tree[above].parent
    }
  }

  @discardableResult
  private mutating func read(_ formula: CompiledFormula, at context: Int, for target: DependencyGraph.Target)
    -> PathResolver.Reading
  {
    var reading = PathResolver.reading(of: formula.formula, at: context, in: tree)
    report(reading, in: formula)
    if formula.readsLanguage { addLabels(named: formula, at: context, to: &reading) }
    for arrival in reading.nodes {
      guard let node = arrival.node else { continue }
      readers[node].append(.init(target: target, sharedRepeats: arrival.boundRepeats))
    }
    for arrival in reading.rows {
      guard let node = arrival.node else { continue }
      rowReaders[node].append(.init(target: target, sharedRepeats: arrival.boundRepeats))
    }
    for arrival in reading.positions {
      guard let node = arrival.node else { continue }
      positionReaders[node].append(.init(target: target, sharedRepeats: arrival.boundRepeats))
    }
    return reading
  }

  /// What labels of choices that an expression takes refer to.
  private func addLabels(named formula: CompiledFormula, at context: Int, to reading: inout PathResolver.Reading) {
    for call in formula.formula.tree.calls where call.name == "jr:choice-name" && call.literals.count > 1 {
      guard let path = call.literals[1], let select = tree.at(path.filter { !$0.isWhitespace }),
        let labels = tree[select].itemset?.labels, !labels.isEmpty
      else { continue }
      let shared = zip(tree.rows(at: context), tree.rows(at: select)).prefix { $0 == $1 }.count
      for template in labels.values.flatMap(\.templates) {
        for case .formula(let part) in template.parts {
          let inner = PathResolver.reading(of: part.formula, at: select, in: tree)
          reading.nodes += inner.nodes.map { .init(node: $0.node, boundRepeats: min($0.boundRepeats, shared)) }
        }
      }
    }
  }

  private mutating func report(_ reading: PathResolver.Reading, in formula: CompiledFormula) {
    for unknown in reading.unknown {
      problems.append(FormProblem(.unknownPath, at: formula.source.position, [unknown.path]))
    }
    for instance in reading.instances where !instanceIDs.contains(instance.id) {
      problems.append(FormProblem(.missingInstance, at: formula.source.position, [instance.id]))
    }
  }

  private mutating func order() {
    let sorted = sorter.sorted()
    cycles = sorted.cycles.map { cycle in
      let first = cycle.steps[0]
      let formula = first.role == .relevance ? tree[first.node].relevant : tree[first.node].calculation
      let position = formula?.source.position ?? tree[first.node].position
      let names = cycle.names.map { tree[$0].path }
      let isSelf = Set(names).count == 1
      return FormProblem(isSelf ? .selfReference : .cycle, at: position, isSelf ? [names[0]] : names)
    }
    graph.steps = sorted.order.map { sorter.steps[$0] }
    graph.relevanceStep = Array(repeating: nil, count: tree.nodes.count)
    graph.valueStep = graph.relevanceStep
    for (place, step) in graph.steps.enumerated() {
      switch step.role {
      case .relevance: graph.relevanceStep[step.node] = place
      case .value: graph.valueStep[step.node] = place
      }
      let formula = step.role == .relevance ? tree[step.node].relevant : tree[step.node].calculation
      if formula?.readsLanguage == true { graph.languageSteps.append(place) }
    }
  }

  /// Gives readers their places in the order and gathers those of whole groups.
  private mutating func collect() {
    let (ofValues, ofRows, ofPositions) = (readers.map(placed), rowReaders.map(placed), positionReaders.map(placed))
    let ofRelevance = tree.nodes.indices.map { node -> [DependencyGraph.Reader] in
      guard tree[node].relevant != nil else { return [] }
      var found: [DependencyGraph.Reader] = []
      var waiting = [node]
      while let next = waiting.popLast() {
        found += ofValues[next] + ofRows[next] + ofPositions[next]
        waiting += tree[next].children
      }
      return Self.widest(found)
    }
    graph.valueReaders = ReaderTable(ofValues)
    graph.rowReaders = ReaderTable(ofRows)
    graph.positionReaders = ReaderTable(ofPositions)
    graph.relevanceReaders = ReaderTable(ofRelevance)
    graph.triggered = Array(repeating: [], count: tree.nodes.count)
    for node in tree.nodes.indices {
      for trigger in tree[node].triggers {
        graph.triggered[trigger].append(node)
        graph.hasTriggers = true
      }
    }
  }

  private func placed(_ readers: [DependencyGraph.Reader]) -> [DependencyGraph.Reader] {
    if readers.isEmpty { return readers }
    return Self.widest(
      readers.compactMap { reader in
        guard case .step(let place) = reader.target else { return reader }
        let step = sorter.steps[place]
        let found = step.role == .relevance ? graph.relevanceStep[step.node] : graph.valueStep[step.node]
        return found.map { .init(target: .step($0), sharedRepeats: reader.sharedRepeats) }
      })
  }

  /// Of several readings by one target the one that concerns the most rows.
  private static func widest(_ readers: [DependencyGraph.Reader]) -> [DependencyGraph.Reader] {
    guard readers.count > 1 else { return readers }
    if readers.count <= 8 { return widestOfFew(readers) }
    var places: [DependencyGraph.Target: Int] = [:]
    var kept: [DependencyGraph.Reader] = []
    for reader in readers {
      if let place = places[reader.target] {
        if reader.sharedRepeats < kept[place].sharedRepeats { kept[place] = reader }
      } else {
        places[reader.target] = kept.count
        kept.append(reader)
      }
    }
    return kept
  }

  /// The same by looking, which is quicker for few.
  private static func widestOfFew(_ readers: [DependencyGraph.Reader]) -> [DependencyGraph.Reader] {
    var kept: [DependencyGraph.Reader] = []
    kept.reserveCapacity(readers.count)
    for reader in readers {
      if let place = kept.firstIndex(where: { $0.target == reader.target }) {
        if reader.sharedRepeats < kept[place].sharedRepeats { kept[place] = reader }
      } else {
        kept.append(reader)
      }
    }
    return kept
  }
}
