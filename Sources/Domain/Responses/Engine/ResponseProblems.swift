internal import Expressions
internal import Forms

// Listing what is wrong.
extension Response {
  /// Everything that is wrong now, in the order of the form.
  package var problems: [Problem] {
    let places = findings.keys.map { (element: $0, order: sheet.order(of: $0)) }
    return places.sorted { $0.order.lexicographicallyPrecedes($1.order) }.flatMap { problems(of: $0.element) }
  }

  /// What is wrong with one question.
  package func problems(at path: FieldPath) -> [Problem] { element(at: path).map { problems(of: $0) } ?? [] }

  /// How many errors and unconfirmed warnings there are.
  package var problemCounts: (errors: Int, warnings: Int) {
    var errors = 0
    var warnings = 0
    for (element, found) in findings {
      for kind in found.kinds {
        if Self.severity(of: kind) == .error {
          errors += 1
        } else if kind != .warning || confirmed[element] == nil {
          warnings += 1
        }
      }
    }
    return (errors, warnings)
  }

  private func problems(of element: NodeID) -> [Problem] {
    guard let found = findings[element] else { return [] }
    let node = sheet.node(of: element)
    return found.kinds.map { kind in
      Problem(
        path: fieldPath(of: element), indexPath: indexPath(of: element), node: node.index, kind: kind,
        severity: Self.severity(of: kind), message: message(for: kind, node: node, element: element),
        confirmed: kind == .warning ? confirmed[element] : nil)
    }
  }

  static func severity(of kind: Problem.Kind) -> Problem.Severity {
    switch kind {
    case .required, .constraint, .type, .choice, .rows: .error
    case .warning, .formula: .warning
    }
  }

  private func message(for kind: Problem.Kind, node: FormNode, element: NodeID) -> String? {
    switch kind {
    case .required: text(.requiredMessage, of: node, at: element)
    case .constraint: text(.constraintMessage, of: node, at: element)
    case .warning: text(.warningMessage, of: node, at: element)
    case .type, .choice, .rows, .formula: nil
    }
  }
}
