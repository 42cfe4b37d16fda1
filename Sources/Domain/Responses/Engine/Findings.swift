internal import Expressions

/// What is wrong with one question.
struct Findings: Sendable, Equatable {
  var isRequired = false
  var breaksConstraint = false
  var isWarned = false
  var isMalformed = false
  var isNotOffered = false
  /// Whether it counts more rows than a repeat takes.
  var exceedsRows = false
  /// A check that could not be computed.
  var fault: ExpressionProblem?

  /// Whether nothing is wrong.
  var isEmpty: Bool { self == Findings() }

  /// The gravest kind of problem.
  var gravest: Problem.Kind? { kinds.first }

  /// All kinds of problems, the gravest first.
  var kinds: [Problem.Kind] {
    var kinds: [Problem.Kind] = []
    if isRequired { kinds.append(.required) }
    if isMalformed { kinds.append(.type) }
    if isNotOffered { kinds.append(.choice) }
    if breaksConstraint { kinds.append(.constraint) }
    if exceedsRows { kinds.append(.rows) }
    if isWarned { kinds.append(.warning) }
    if fault != nil { kinds.append(.formula) }
    return kinds
  }

  /// How an edit that led here was taken.
  var outcome: Outcome {
    if isRequired { return .required }
    if isMalformed { return .type }
    if isNotOffered { return .choice }
    return breaksConstraint ? .constraint : .ok
  }
}
