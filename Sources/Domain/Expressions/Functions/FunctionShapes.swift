/// Shorthands for functions of common shapes.
extension FunctionEntry {
  /// One number to one number, computed in doubles.
  static func ofNumber(
    _ name: String, _ examples: [Example], _ compute: @escaping @Sendable (Double) -> Double
  ) -> FunctionEntry {
    FunctionEntry(name, Signature([.number]), examples) { call, scope, effort throws(ExpressionProblem) in
      .number(Number(compute(try call.number(0, scope, &effort).double)))
    }
  }

  /// One text to a value.
  static func ofText(
    _ name: String, _ examples: [Example], _ compute: @escaping @Sendable (String) -> Value
  ) -> FunctionEntry {
    FunctionEntry(name, Signature([.string]), examples) { call, scope, effort throws(ExpressionProblem) in
      let text = try call.string(0, scope, &effort)
      try effort.spend(text.utf8.count)
      return compute(text)
    }
  }

  /// Two texts to a value.
  static func ofTexts(
    _ name: String, _ examples: [Example], _ compute: @escaping @Sendable (String, String) -> Value
  ) -> FunctionEntry {
    FunctionEntry(name, Signature([.string, .string]), examples) { call, scope, effort throws(ExpressionProblem) in
      let first = try call.string(0, scope, &effort)
      let second = try call.string(1, scope, &effort)
      try effort.spend(first.utf8.count + second.utf8.count)
      return compute(first, second)
    }
  }
}

extension Call {
  /// The arguments from one on, each node of a node set on its own.
  func flattened(
    from first: Int, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> [Value] {
    var values: [Value] = []
    for index in first..<max(first, count) { values += try flattened(index, scope, &effort) }
    return values
  }

  /// One argument, each node of a node set on its own.
  func flattened(_ index: Int, _ scope: Scope, _ effort: inout Effort) throws(ExpressionProblem) -> [Value] {
    let value = try value(index, scope, &effort)
    guard case .nodeset(let set) = value else { return [value] }
    try effort.spend(set.count)
    return set.nodes.map { set.document.content(of: $0.raw, zone: scope.zone) }
  }
}
