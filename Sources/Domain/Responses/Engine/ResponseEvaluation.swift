internal import Expressions
internal import Forms

// Evaluating formulas at elements.
extension Response {
  /// Always inlined: it is called for every calculation, and a value is larger than a call is long.
  @inline(__always)
  private func value(of formula: CompiledFormula, at element: NodeID) throws(ExpressionProblem) -> Value {
    guard formula.readsSeed else { return try formula.formula.evaluate(in: sheet.scope, at: element) }
    var scope = sheet.scope
    scope.surroundings = seeded(element)
    return try formula.formula.evaluate(in: scope, at: element)
  }

  /// The surroundings with the randomness of one element.
  private func seeded(_ element: NodeID) -> Surroundings {
    var now = moment
    now.seed = seed(of: element)
    return surroundings(at: now)
  }

  /// The surroundings of a moment.
  private func surroundings(at moment: Moment) -> Surroundings {
    Surroundings(instances: instances, moment: moment, language: shownLanguage, version: form.version)
  }

  /// Makes the surroundings anew, after the moment, the language or the instances have changed.
  mutating func refreshSurroundings() { sheet.scope.surroundings = surroundings(at: moment) }

  /// Randomness that differs from element to element and is the same in every replay: it follows the path by row ids.
  private func seed(of element: NodeID) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ moment.seed
    for byte in fieldPath(of: element).description.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01B3 }
    return hash
  }

  /// What a formula leaves in an element: the text as the element's type is written, NaN being empty, and how
  /// expressions read it. A text that is a truth value goes on reading as one.
  func content(of formula: CompiledFormula, node: Int, at element: NodeID) throws(ExpressionProblem) -> (
    text: String, type: LeafType
  ) {
    let value = try value(of: formula, at: element)
    // Most calculations give numbers, and most of those are kept as they are: the element itself says so.
    if case .number(let number) = value {
      switch sheet.scope.document.type(of: element) {
      case .integer: return (number.isNaN ? "" : number.wholeText ?? number.description, .integer)
      case .decimal: return (number.isNaN ? "" : number.description, .decimal)
      case .string: return (number.isNaN ? "" : number.description, .string)
      default: break
      }
    }
    let type = sheet.layout.types[node]
    if let truth = try Self.truth(in: value) {
      switch type {
      case .integer, .decimal: return (truth ? "1" : "0", type)
      case .string: return (truth ? "true" : "false", .boolean)
      default: break
      }
    }
    let text = try written(value, as: type)
    guard let kind = sheet.layout.canonicalKinds[node] else { return (text, type) }
    return (Canonical.value(AnswerForm.read(text, for: kind, [:]) ?? text, for: kind, at: moment), type)
  }

  /// The truth value that a result is, or that the only node of it holds.
  private static func truth(in value: Value) throws(ExpressionProblem) -> Bool? {
    switch value {
    case .boolean(let truth): return truth
    case .nodeset(let set) where set.count == 1 && set.document.type(of: set.nodes[0]) == .boolean:
      switch set.document.value(of: set.nodes[0]) {
      case "true", "1": return true
      case "false", "0": return false
      default: return nil
      }
    default: return nil
    }
  }

  /// The result as text for showing.
  func shown(_ formula: CompiledFormula, at element: NodeID) -> String {
    guard let value = try? value(of: formula, at: element) else { return "" }
    switch value {
    case .nodeset(let set) where set.count > 1: return set.values.joined(separator: ", ")
    default: return (try? value.asString) ?? ""
    }
  }

  /// The result as a truth value.
  func truth(of formula: CompiledFormula, at element: NodeID) throws(ExpressionProblem) -> Bool {
    if let constant = formula.constant { return constant }
    return try value(of: formula, at: element).asBoolean
  }

  /// The result as a whole number, not below zero.
  func count(of formula: CompiledFormula, at element: NodeID) throws(ExpressionProblem) -> Int {
    let number = try value(of: formula, at: element).asNumber
    guard let text = number.wholeText, !text.hasPrefix("-") else { return 0 }
    return Int(text) ?? Int.max
  }

  /// The nodes that the formula gives.
  func nodes(of formula: CompiledFormula, at element: NodeID) throws(ExpressionProblem) -> NodeSet? {
    guard case .nodeset(let set) = try value(of: formula, at: element) else { return nil }
    return set
  }

  /// A date as a calculation without a type keeps it: with its time, as other engines do.
  private func stamp(_ date: CalendarValue) -> String {
    guard date.kind == .date else { return date.fullText }
    return CalendarValue(milliseconds: date.milliseconds(in: moment.zone), zone: moment.zone).fullText
  }

  private func written(_ value: Value, as type: LeafType) throws(ExpressionProblem) -> String {
    switch (value, type) {
    case (.number(let number), .integer):
      return number.isNaN ? "" : number.wholeText ?? number.description
    case (.number(let number), .date):
      guard let days = number.wholeText.flatMap({ Int($0) }) else { return "" }
      return CalendarValue(days: days).text
    case (.number(let number), _):
      return number.isNaN ? "" : number.description
    case (.date(let date), .date): return date.text
    case (.date(let date), .time):
      let whole = stamp(date)
      return whole.firstIndex(of: "T").map { String(whole[whole.index(after: $0)...]) } ?? whole
    case (.date(let date), _): return stamp(date)
    case (.nodeset(let set), _) where set.count == 1: return set.document.value(of: set.nodes[0])
    default: return try value.asString
    }
  }
}
