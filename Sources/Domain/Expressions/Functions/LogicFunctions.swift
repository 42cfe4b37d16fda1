/// Functions of conditions.
enum LogicFunctions {
  static let rows: [FunctionEntry] = [
    FunctionEntry("true", Signature([]), [.init("true()", "true")]) { _, _, _ throws(ExpressionProblem) in
      .boolean(true)
    },
    FunctionEntry("false", Signature([]), [.init("false()", "false")]) { _, _, _ throws(ExpressionProblem) in
      .boolean(false)
    },
    FunctionEntry("not", Signature([.boolean]), [.init("not(1 > 2)", "true")]) {
      call, scope, effort throws(ExpressionProblem) in .boolean(try !call.boolean(0, scope, &effort))
    },
    FunctionEntry(
      "boolean", Signature([.any]), [.init("boolean('')", "false"), .init("boolean('false')", "true")]
    ) {
      call, scope, effort throws(ExpressionProblem) in .boolean(try call.boolean(0, scope, &effort))
    },
    FunctionEntry(
      "boolean-from-string", Signature([.string]),
      [.init("boolean-from-string('true')", "true"), .init("boolean-from-string('no')", "false")]
    ) { call, scope, effort throws(ExpressionProblem) in
      let text = try call.string(0, scope, &effort)
      return .boolean(text == "1" || text.lowercased() == "true")
    },
    FunctionEntry("if", Signature([.boolean, .any, .any]), [.init("if(2 > 1, 'a', 'b')", "a")]) {
      call, scope, effort throws(ExpressionProblem) in
      try call.value(try call.boolean(0, scope, &effort) ? 1 : 2, scope, &effort)
    },
    FunctionEntry("coalesce", Signature([.any, .any]), [.init("coalesce('', 0)", "0")]) {
      call, scope, effort throws(ExpressionProblem) in
      let first = try call.scalar(0, scope, &effort)
      switch first {
      case .string(let text) where text.isEmpty: return try call.scalar(1, scope, &effort)
      case .number(let number) where number.isNaN: return try call.scalar(1, scope, &effort)
      default: return first
      }
    },
    FunctionEntry("once", Signature([.any]), [.init("once('a')", "a")]) {
      call, scope, effort throws(ExpressionProblem) in
      let document = call.focus.document ?? scope.document
      let kept = document.content(of: call.focus.node, zone: scope.zone)
      if case .string(let text) = kept, text.isEmpty { return try call.scalar(0, scope, &effort) }
      return kept
    },
    FunctionEntry("depend", Signature([.any, .any], optional: 1, repeating: 1), [.init("depend('a', 1)", "a")]) {
      call, scope, effort throws(ExpressionProblem) in try call.scalar(0, scope, &effort)
    },
    FunctionEntry(
      "checklist", Signature([.number, .number, .boolean], optional: 1, repeating: 1),
      [.init("checklist(1, 2, true(), true(), false())", "true")], body: checklist),
    FunctionEntry(
      "weighted-checklist", Signature([.number, .number, .boolean, .number], optional: 2, repeating: 2),
      [.init("weighted-checklist(3, 5, true(), 2, true(), 2)", "true")], body: weightedChecklist),
  ]

  private static func checklist(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let least = try call.number(0, scope, &effort)
    let most = try call.number(1, scope, &effort)
    var count = 0
    for value in try call.flattened(from: 2, scope, &effort) where try value.asBoolean { count += 1 }
    let isEnough = least.isBelowZero || !Number(count).isLess(than: least)
    let isAllowed = most.isBelowZero || !most.isLess(than: Number(count))
    return .boolean(isEnough && isAllowed)
  }

  private static func weightedChecklist(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let least = try call.number(0, scope, &effort)
    let most = try call.number(1, scope, &effort)
    var sum = Number.zero
    for index in stride(from: 2, to: call.count - 1, by: 2) {
      let marks = try values(index, call, scope, &effort)
      let weights = try values(index + 1, call, scope, &effort)
      guard marks.count == weights.count else { throw call.problem(.type, "nodeset", "nodeset-of-equal-length") }
      for (mark, weight) in zip(marks, weights) where try mark.asBoolean { sum = sum + (try weight.asNumber) }
    }
    return .boolean(!sum.isNaN && !sum.isLess(than: least) && !most.isLess(than: sum))
  }

  private static func values(
    _ index: Int, _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> [Value] {
    let value = try call.value(index, scope, &effort)
    guard case .nodeset(let set) = value else { return [value] }
    return set.nodes.map { set.document.content(of: $0.raw, zone: scope.zone) }
  }
}
