/// Functions of numbers.
enum NumberFunctions {
  static let rows = rounding + gathering + analysis

  private static let rounding: [FunctionEntry] = [
    FunctionEntry("number", Signature([.any]), [.init("number('1,5')", "1.5"), .init("number('')", "NaN")]) {
      call, scope, effort throws(ExpressionProblem) in .number(try call.number(0, scope, &effort))
    },
    FunctionEntry("int", Signature([.number]), [.init("int(-2.7)", "-2")]) {
      call, scope, effort throws(ExpressionProblem) in
      .number(try call.number(0, scope, &effort).rounded(places: 0, .towardZero))
    },
    FunctionEntry(
      "round", Signature([.number, .number], optional: 1),
      [.init("round(1.005, 2)", "1.01"), .init("round(1555, -2)", "1600")], body: round),
    FunctionEntry("floor", Signature([.number]), [.init("floor(-2.5)", "-3")]) {
      call, scope, effort throws(ExpressionProblem) in
      .number(try call.number(0, scope, &effort).rounded(places: 0, .down))
    },
    FunctionEntry("ceiling", Signature([.number]), [.init("ceiling(2.1)", "3")]) {
      call, scope, effort throws(ExpressionProblem) in
      .number(try call.number(0, scope, &effort).rounded(places: 0, .up))
    },
    FunctionEntry("abs", Signature([.number]), [.init("abs(-3.5)", "3.5")]) {
      call, scope, effort throws(ExpressionProblem) in
      let number = try call.number(0, scope, &effort)
      return .number(number.isBelowZero ? -number : number.isZero ? .zero : number)
    },
  ]

  private static let gathering: [FunctionEntry] = [
    FunctionEntry("sum", Signature([.nodeset]), body: sum),
    FunctionEntry("max", Signature([.any], repeating: 1), [.init("max(-5, -3)", "-3")]) {
      call, scope, effort throws(ExpressionProblem) in
      .number(try best(call, scope, &effort) { $1.isLess(than: $0) })
    },
    FunctionEntry("min", Signature([.any], repeating: 1), [.init("min(2, '', 7)", "2")]) {
      call, scope, effort throws(ExpressionProblem) in
      .number(try best(call, scope, &effort) { $0.isLess(than: $1) })
    },
  ]

  private static let analysis: [FunctionEntry] = [
    FunctionEntry(
      "pow", Signature([.number, .number]), [.init("pow(2, 10)", "1024"), .init("pow(1.1, 2)", "1.21")]
    ) { call, scope, effort throws(ExpressionProblem) in
      .number(try call.number(0, scope, &effort).power(try call.number(1, scope, &effort)))
    },
    .ofNumber("sqrt", [.init("sqrt(6.25)", "2.5")]) { $0.squareRoot() },
    .ofNumber("exp", [.init("exp(0)", "1")]) { Elementary.exp($0) },
    .ofNumber("exp10", [.init("exp10(3)", "1000")]) { Elementary.pow(10, $0) },
    .ofNumber("log", [.init("log(1)", "0")]) { Elementary.log($0) },
    .ofNumber("log10", [.init("log10(1000)", "3")]) { Elementary.log10($0) },
    .ofNumber("sin", [.init("sin(0)", "0")]) { Elementary.sin($0) },
    .ofNumber("cos", [.init("cos(0)", "1")]) { Elementary.cos($0) },
    .ofNumber("tan", [.init("tan(0)", "0")]) { Elementary.sin($0) / Elementary.cos($0) },
    .ofNumber("asin", [.init("asin(0)", "0")]) { Elementary.asin($0) },
    .ofNumber("acos", [.init("acos(1)", "0")]) { Elementary.acos($0) },
    .ofNumber("atan", [.init("atan(0)", "0")]) { Elementary.atan($0) },
    FunctionEntry("atan2", Signature([.number, .number]), [.init("atan2(0, 1)", "0")]) {
      call, scope, effort throws(ExpressionProblem) in
      let rise = try call.number(0, scope, &effort).double
      return .number(Number(Elementary.atan2(rise, try call.number(1, scope, &effort).double)))
    },
    FunctionEntry("pi", Signature([]), [.init("round(pi(), 4)", "3.1416")]) { _, _, _ throws(ExpressionProblem) in
      .number(Number(Double.pi))
    },
  ]

  private static func round(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let number = try call.number(0, scope, &effort)
    guard call.count > 1 else { return .number(number.rounded(places: 0, .halfUp)) }
    // As in other engines what is no number means whole numbers.
    let asked = try call.number(1, scope, &effort)
    guard let places = asked.isNaN ? 0 : asked.clampedInt, abs(places) <= 30 else { return .number(.nan) }
    return .number(number.rounded(places: places, .halfUp))
  }

  private static func sum(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> Value {
    let found = try call.nodes(0, scope, &effort)
    let document = found.document ?? scope.document
    var sum = Number.zero
    for node in found.nodes {
      let number = document.number(of: node, zone: scope.zone)
      if !number.isNaN { sum = sum + number }
    }
    return .number(sum)
  }

  private static func best(
    _ call: Call, _ scope: Scope, _ effort: inout Effort, _ isBetter: (Number, Number) -> Bool
  ) throws(ExpressionProblem) -> Number {
    var best = Number.nan
    func weigh(_ number: Number) {
      if !number.isNaN, best.isNaN || isBetter(number, best) { best = number }
    }
    for argument in 0..<call.count {
      guard call.isPath(argument) else {
        for value in try call.flattened(argument, scope, &effort) { weigh(try value.asNumber) }
        continue
      }
      let found = try call.nodes(argument, scope, &effort)
      let document = found.document ?? scope.document
      try effort.spend(found.nodes.count)
      for node in found.nodes { weigh(document.number(of: node, zone: scope.zone)) }
    }
    return best
  }
}
