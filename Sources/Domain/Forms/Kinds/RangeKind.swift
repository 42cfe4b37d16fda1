internal import Expressions

/// A number between two bounds, in steps.
struct RangeKind: KindDescription {
  /// The bounds and the step when nothing is said.
  static let standard = (start: "1", end: "10", step: "1")

  var parameters: Set<String> { ["start", "end", "step", "tick_interval", "tick_labelset", "placeholder"] }

  func leafType(_ parameters: [String: String]) -> LeafType { isWhole(parameters) ? .integer : .decimal }

  func impliedConstraint(_ parameters: [String: String]) -> String? {
    let start = parameters["start"] ?? Self.standard.start
    let end = parameters["end"] ?? Self.standard.end
    let step = parameters["step"] ?? Self.standard.step
    guard [start, end, step].allSatisfy(WrittenForm.isDecimal) else { return nil }
    return ". >= \(start) and . <= \(end) and (. - \(start)) mod \(step) = 0"
  }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool {
    isWhole(parameters) ? WrittenForm.isInteger(value) : WrittenForm.isDecimal(value)
  }

  /// Whole numbers unless one of the bounds or the step has a fraction.
  private func isWhole(_ parameters: [String: String]) -> Bool {
    ["start", "end", "step"].allSatisfy { name in parameters[name].map(WrittenForm.isInteger) ?? true }
  }
}
