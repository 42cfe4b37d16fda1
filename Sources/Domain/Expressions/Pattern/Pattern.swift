internal import Synchronization

/// A regular expression that is compared with a whole text.
struct Pattern: Sendable {
  private let program: PatternProgram

  init(_ source: String) throws(ExpressionProblem) {
    program = try PatternCompiler.compile(source)
  }

  private static let known = Mutex<[String: Pattern]>([:])

  /// The pattern of a source, compiled once as long as few are in use.
  static func cached(_ source: String) throws(ExpressionProblem) -> Pattern {
    if let pattern = known.withLock({ $0[source] }) { return pattern }
    let pattern = try Pattern(source)
    known.withLock { patterns in
      if patterns.count >= 64 { patterns.removeAll() }
      patterns[source] = pattern
    }
    return pattern
  }

  /// Whether the whole text fits. A pattern that tries too long is a problem.
  func matches(_ text: String, _ effort: inout Effort) throws(ExpressionProblem) -> Bool {
    var matcher = PatternMatcher(program: program, text: Array(text.unicodeScalars))
    let isMatch = try matcher.run(from: 0, at: 0, mustEndAt: matcher.text.count) != nil
    try effort.spend(matcher.steps / 4)
    return isMatch
  }
}
