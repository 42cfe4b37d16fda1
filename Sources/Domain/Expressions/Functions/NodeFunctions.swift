internal import Crypto

/// Functions of nodes and secondary instances.
enum NodeFunctions {
  static let rows = places + instances

  private static let places: [FunctionEntry] = [
    FunctionEntry("count", Signature([.nodeset])) { call, scope, effort throws(ExpressionProblem) in
      .number(Number(try call.nodes(0, scope, &effort).nodes.count))
    },
    FunctionEntry("count-non-empty", Signature([.nodeset])) { call, scope, effort throws(ExpressionProblem) in
      let found = try call.nodes(0, scope, &effort)
      let document = found.document ?? scope.document
      // A group counts as filled: it has no value of its own that could be empty.
      return .number(
        Number(found.nodes.count { !document.nodes[Int($0)].value.isEmpty || document.nodes[Int($0)].firstChild >= 0 }))
    },
    FunctionEntry("position", Signature([.nodeset], optional: 1), [.init("position()", "1")], body: position),
    FunctionEntry("last", Signature([]), [.init("last()", "1")]) { call, _, _ throws(ExpressionProblem) in
      .number(Number(call.focus.size))
    },
    FunctionEntry("current", Signature([])) { _, scope, effort throws(ExpressionProblem) in
      .nodeset(NodeSet(document: scope.document, nodes: [effort.origin]))
    },
    FunctionEntry("name", Signature([.nodeset], optional: 1)) { call, scope, effort throws(ExpressionProblem) in
      .string(try name(call, scope, &effort))
    },
    FunctionEntry("local-name", Signature([.nodeset], optional: 1)) { call, scope, effort throws(ExpressionProblem) in
      let name = try name(call, scope, &effort)
      return .string(name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name)
    },
    FunctionEntry(
      "indexed-repeat", Signature([.nodeset, .nodeset, .number, .nodeset, .number], optional: 2, repeating: 2),
      body: indexedRepeat),
  ]

  private static let instances: [FunctionEntry] = [
    FunctionEntry("instance", Signature([.string])) { call, scope, effort throws(ExpressionProblem) in
      let id = try call.string(0, scope, &effort)
      guard let document = scope.instances.instance(id) else { throw call.problem(.instance, id) }
      return .nodeset(NodeSet(document: document, nodes: [.document]))
    },
    FunctionEntry("pulldata", Signature([.string, .string, .string, .string]), body: pulldata),
    FunctionEntry("randomize", Signature([.nodeset, .any], optional: 1), body: randomize),
  ]

  private static func position(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    guard call.count > 0 else { return .number(Number(call.focus.position)) }
    let found = try call.nodes(0, scope, &effort)
    guard let node = found.nodes.first else { return .number(.nan) }
    let document = found.document ?? scope.document
    let place = document.ordinal(of: node)
    try effort.spend(place)
    return .number(Number(place))
  }

  private static func name(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> String {
    guard call.count > 0 else {
      return (call.focus.document ?? scope.document).name(of: NodeID(raw: call.focus.node))
    }
    let found = try call.nodes(0, scope, &effort)
    return found.nodes.first.map { (found.document ?? scope.document).name(of: NodeID(raw: $0)) } ?? ""
  }

  /// The node in chosen rows that lies where the target lies in its row.
  private static func indexedRepeat(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    var unbound = scope
    unbound.bindsRows = false
    let document = scope.document
    let targets = try call.nodes(0, unbound, &effort)
    guard let example = targets.nodes.first, targets.document == nil else { return .string("") }
    var row: Int32 = 0
    for index in stride(from: 1, to: call.count - 1, by: 2) {
      let all = try call.nodes(index, unbound, &effort)
      guard let pattern = all.nodes.first, all.document == nil else { return .string("") }
      let wanted = max(1, try call.number(index + 1, scope, &effort).clampedInt ?? 1)
      let parent = parent(of: pattern, under: row, document)
      var candidate = document.firstChild(of: parent, named: document.nodes[Int(pattern)].name)
      var place = 1
      while candidate >= 0, place < wanted {
        candidate = document.nodes[Int(candidate)].nextSame
        place += 1
      }
      try effort.spend(place)
      guard candidate >= 0 else { return .string("") }
      row = candidate
    }
    guard let node = counterpart(of: example, under: row, document), !document.isConcealed(NodeID(raw: node)) else {
      return .string("")
    }
    return .nodeset(NodeSet(document: document, nodes: [NodeID(raw: node)]))
  }

  /// The node under `row` that corresponds to the parent of a repeat's row.
  private static func parent(of pattern: Int32, under row: Int32, _ document: Document) -> Int32 {
    let parent = document.nodes[Int(pattern)].parent
    guard row > 0 else { return parent }
    return counterpart(of: parent, under: row, document) ?? parent
  }

  /// Follows the names by which a node is reached from its own row, from another row of the same repeat.
  private static func counterpart(of node: Int32, under row: Int32, _ document: Document) -> Int32? {
    guard row > 0 else { return node }
    let depth = document.depth(of: row)
    var names: [Name] = []
    var place = node
    var left = document.depth(of: node)
    while left > depth {
      names.append(document.nodes[Int(place)].name)
      place = document.nodes[Int(place)].parent
      left -= 1
    }
    var found = row
    for name in names.reversed() {
      found = document.firstChild(of: found, named: name)
      if found < 0 { return nil }
    }
    return found
  }

  private static func pulldata(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let id = try call.string(0, scope, &effort)
    guard let document = scope.instances.instance(id), let root = document.root else {
      throw call.problem(.instance, id)
    }
    let wanted = Name(try call.string(1, scope, &effort))
    let column = Name(try call.string(2, scope, &effort))
    let key = try call.string(3, scope, &effort)
    let item = Name("item")
    try effort.spend(1)
    let index = document.derived.rows(
      DerivedIndexes.Key(parent: root.raw, item: item, column: column, isNumeric: false)
    ) { document.index(item, column, of: root.raw, isNumeric: false) }
    guard let row = index.byText[key]?.first else { return .string("") }
    let cell = document.firstChild(of: row, named: wanted)
    return .string(cell < 0 ? "" : document.nodes[Int(cell)].value)
  }

  /// Shuffles nodes: with a seed always the same way, as every engine of the language does it.
  private static func randomize(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let found = try call.nodes(0, scope, &effort)
    var generator: ParkMiller
    if call.count > 1 {
      generator = ParkMiller(seed: seed(try call.scalar(1, scope, &effort)))
    } else {
      generator = ParkMiller(seed: Int64(SurroundingFunctions.draw(call, scope, &effort) >> 16))
    }
    var shuffled: [NodeID] = []
    for (index, node) in found.nodes.enumerated() {
      let place = Int((generator.next() * Double(index + 1)).rounded(.down))
      if place == index {
        shuffled.append(NodeID(raw: node))
      } else {
        shuffled.append(shuffled[place])
        shuffled[place] = NodeID(raw: node)
      }
    }
    return .nodeset(NodeSet(document: found.document ?? scope.document, nodes: shuffled))
  }

  /// A number is the seed itself; of a text it is the first eight bytes of its SHA-256.
  private static func seed(_ value: Value) -> Int64 {
    let number: Number
    switch value {
    case .string(let text):
      if text.isEmpty { return 0 }
      number = Number(text: text)
      if number.isNaN {
        var digest = SHA256()
        Array(text.utf8).withUnsafeBytes { digest.update(bufferPointer: $0) }
        var seed: UInt64 = 0
        for byte in digest.finalize().prefix(8) { seed = seed << 8 | UInt64(byte) }
        return Int64(bitPattern: seed)
      }
    case .number(let given): number = given
    case .date(let date): number = Number(date.days)
    case .boolean(let truth): number = truth ? .one : .zero
    case .nodeset: number = .zero
    }
    let seed = number.double
    if seed.isNaN { return 0 }
    return Int64(exactly: seed.rounded(.towardZero)) ?? (seed < 0 ? Int64.min : Int64.max)
  }
}

extension Document {
  /// How many ancestors a node has.
  func depth(of node: Int32) -> Int {
    var depth = 0
    var place = nodes[Int(node)].parent
    while place >= 0 {
      depth += 1
      place = nodes[Int(place)].parent
    }
    return depth
  }
}
