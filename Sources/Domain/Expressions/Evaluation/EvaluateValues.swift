/// Evaluation of a node to a value, or straight to a number, a text or a truth value without making anything else.
extension SyntaxBody {
  func value(
    _ place: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    switch nodes[Int(place)] {
    case .number(let index): return .number(numbers[Int(index)])
    case .string(let index): return .string(texts[Int(index)])
    case .variable(let name): throw problem(.variable, at: place, [texts[Int(name)]])
    case .negation: return .number(try number(place, focus, scope, &effort))
    case .binary(let operation, let left, let right):
      if operation.level >= 5 { return .number(try arithmetic(operation, left, right, focus, scope, &effort)) }
      return .boolean(try condition(operation, left, right, focus, scope, &effort))
    case .chain(let span): return try chain(span, focus, scope, &effort)
    case .path, .union, .filter:
      let found = try selection(place, focus, scope, &effort)
      let document = found.document ?? scope.document
      return .nodeset(NodeSet(document: document, nodes: found.nodes.map(NodeID.init(raw:))))
    case .call(let entry, let name, let span):
      return try call(entry, name, span, place, focus, scope, &effort)
    }
  }

  /// One value, never a node set: the content of a single node, an empty text for no node.
  func scalar(
    _ place: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    switch nodes[Int(place)] {
    case .path(let start, let span):
      if let node = simpleNode(start, span, focus, scope, effort) {
        return node < 0 ? .string("") : scope.document.content(of: node, zone: scope.zone)
      }
      if let document = focus.document, start == .context, document.hiddenCount == 0,
        let node = plainNode(span, from: focus.node, in: document)
      {
        return node < 0 ? .string("") : document.content(of: node, zone: scope.zone)
      }
      let found = try selection(place, focus, scope, &effort)
      return try content(of: found, place, scope)
    case .union, .filter:
      return try content(of: try selection(place, focus, scope, &effort), place, scope)
    case .call:
      let value = try value(place, focus, scope, &effort)
      guard case .nodeset(let set) = value else { return value }
      guard set.nodes.count <= 1 else { throw problem(.path, at: place, [set.describe()]) }
      return set.nodes.first.map { set.document.content(of: $0.raw, zone: scope.zone) } ?? .string("")
    default:
      return try value(place, focus, scope, &effort)
    }
  }

  func number(
    _ place: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Number {
    switch nodes[Int(place)] {
    case .number(let index): return numbers[Int(index)]
    case .negation(let operand, let isOdd):
      let number = try number(operand, focus, scope, &effort)
      return isOdd ? -number : number
    case .binary(let operation, let left, let right) where operation.level >= 5:
      return try arithmetic(operation, left, right, focus, scope, &effort)
    case .path(let start, let span):
      if let node = simpleNode(start, span, focus, scope, effort) {
        return node < 0 ? .nan : scope.document.number(of: node, zone: scope.zone)
      }
      return try scalar(place, focus, scope, &effort).asNumber
    default:
      return try scalar(place, focus, scope, &effort).asNumber
    }
  }

  func string(
    _ place: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> String {
    if case .string(let index) = nodes[Int(place)] { return texts[Int(index)] }
    return try scalar(place, focus, scope, &effort).asString
  }

  func boolean(
    _ place: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Bool {
    if case .binary(let operation, let left, let right) = nodes[Int(place)], operation.level < 5 {
      return try condition(operation, left, right, focus, scope, &effort)
    }
    return try scalar(place, focus, scope, &effort).asBoolean
  }

  // MARK: Operators

  private func condition(
    _ operation: Operator, _ left: Int32, _ right: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Bool {
    switch operation {
    case .or:
      if try boolean(left, focus, scope, &effort) { return true }
      return try boolean(right, focus, scope, &effort)
    case .and:
      guard try boolean(left, focus, scope, &effort) else { return false }
      return try boolean(right, focus, scope, &effort)
    default:
      let first = try scalar(left, focus, scope, &effort)
      let second = try scalar(right, focus, scope, &effort)
      if operation == .equal || operation == .unequal, let isEqual = answerEquals(first, second, left, right) {
        return isEqual == (operation == .equal)
      }
      return try Comparison.holds(operation, first, second, zone: scope.zone)
    }
  }

  /// Whether a leaf that holds a truth value says what a text spells: some engines write `1` and `0`, others the words.
  private func answerEquals(_ first: Value, _ second: Value, _ left: Int32, _ right: Int32) -> Bool? {
    switch (first, second) {
    case (.boolean(let truth), .string(let text)):
      guard case .path = nodes[Int(left)] else { return nil }
      return Comparison.spells(text, truth)
    case (.string(let text), .boolean(let truth)):
      guard case .path = nodes[Int(right)] else { return nil }
      return Comparison.spells(text, truth)
    default: return nil
    }
  }

  private func arithmetic(
    _ operation: Operator, _ left: Int32, _ right: Int32, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Number {
    if operation == .minus {
      let first = try scalar(left, focus, scope, &effort)
      let second = try scalar(right, focus, scope, &effort)
      return try Comparison.difference(first, second, zone: scope.zone)
    }
    let first = try number(left, focus, scope, &effort)
    let second = try number(right, focus, scope, &effort)
    return Self.combine(operation, first, second)
  }

  private static func combine(_ operation: Operator, _ first: Number, _ second: Number) -> Number {
    switch operation {
    case .plus: first + second
    case .minus: first - second
    case .times: first * second
    case .divide: first / second
    default: first % second
    }
  }

  /// Operands of one level from left to right.
  private func chain(
    _ span: SyntaxTree.Span, _ focus: Focus, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let count = Int(span.count)
    guard let first = Operator(rawValue: links[span[1]]) else { return .string("") }
    if first.level <= 2 {
      let stops = first == .or
      for index in stride(from: 0, to: count, by: 2) {
        if try boolean(links[span[index]], focus, scope, &effort) == stops { return .boolean(stops) }
      }
      return .boolean(!stops)
    }
    var result = try scalar(links[span[0]], focus, scope, &effort)
    for index in stride(from: 1, to: count, by: 2) {
      guard let operation = Operator(rawValue: links[span[index]]) else { continue }
      if operation == .minus {
        let next = try scalar(links[span[index + 1]], focus, scope, &effort)
        result = .number(try Comparison.difference(result, next, zone: scope.zone))
      } else if operation.level >= 5 {
        let next = try number(links[span[index + 1]], focus, scope, &effort)
        result = .number(Self.combine(operation, try result.asNumber, next))
      } else {
        let next = try scalar(links[span[index + 1]], focus, scope, &effort)
        result = .boolean(try Comparison.holds(operation, result, next, zone: scope.zone))
      }
    }
    return result
  }

  // MARK: Calls

  private func call(
    _ entry: Int32, _ name: Int32, _ span: SyntaxTree.Span, _ place: Int32, _ focus: Focus, _ scope: Scope,
    _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    guard entry >= 0 else { throw problem(.unknownFunction, at: place, [texts[Int(name)]]) }
    let row = FunctionTable.all[Int(entry)]
    guard row.signature.accepts(Int(span.count)) else {
      throw problem(.arity, at: place, [texts[Int(name)], String(span.count), row.signature.arityText])
    }
    try effort.spend(1)
    return try row.body(Call(tree: self, place: place, arguments: span, focus: focus), scope, &effort)
  }

  private func content(
    of found: Selection, _ place: Int32, _ scope: Scope
  ) throws(ExpressionProblem) -> Value {
    guard let node = found.nodes.first else { return .string("") }
    let document = found.document ?? scope.document
    guard found.nodes.count == 1 else {
      let set = NodeSet(document: document, nodes: found.nodes.map(NodeID.init(raw:)))
      throw problem(.path, at: place, [set.describe()])
    }
    return document.content(of: node, zone: scope.zone)
  }
}
