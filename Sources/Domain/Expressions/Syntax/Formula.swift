/// A parsed expression: parsed once, evaluated often.
package struct Formula: Sendable, Equatable {
  /// The expression as written.
  package let source: String
  /// What was understood.
  package let tree: SyntaxTree

  /// Longer expressions are refused.
  package static let lengthLimit = 65_536
  /// More expressions inside of each other are refused.
  package static let depthLimit = 600

  /// Parses an expression.
  package init(parsing source: String) throws(ExpressionProblem) {
    self.source = source
    tree = try Parser.parse(source)
  }

  /// The result, when the expression is `true()` or `false()`.
  package var constant: Bool? {
    let body = tree.body
    guard case .call(_, let name, let arguments) = body.nodes[Int(body.top)], arguments.count == 0 else { return nil }
    switch body.texts[Int(name)] {
    case "true": return true
    case "false": return false
    default: return nil
    }
  }

  /// What can be said without evaluating: unknown functions and wrong numbers of arguments.
  package var problems: [ExpressionProblem] {
    let body = tree.body
    var problems: [ExpressionProblem] = []
    for (place, node) in body.nodes.enumerated() {
      guard case .call(let entry, let name, let arguments) = node else { continue }
      let count = Int(arguments.count)
      guard entry >= 0 else {
        problems.append(body.problem(.unknownFunction, at: Int32(place), [body.texts[Int(name)]]))
        continue
      }
      let signature = FunctionTable.all[Int(entry)].signature
      if signature.accepts(count) { continue }
      problems.append(
        body.problem(.arity, at: Int32(place), [body.texts[Int(name)], String(count), signature.arityText]))
    }
    return problems.sorted { $0.at < $1.at }
  }

  /// What is wrong with the regular expressions that are written out in it. Those that are put together are only known
  /// when they are used.
  package var patternProblems: [ExpressionProblem] {
    let body = tree.body
    var problems: [ExpressionProblem] = []
    for case .call(_, let name, let arguments) in body.nodes where body.texts[Int(name)] == "regex" {
      guard arguments.count == 2 else { continue }
      let literal = body.links[arguments[1]]
      guard case .string(let text) = body.nodes[Int(literal)] else { continue }
      do throws(ExpressionProblem) {
        _ = try Pattern.cached(body.texts[Int(text)])
      } catch {
        // The quotation mark stands before the pattern.
        let place = error.arguments.last.flatMap { Int($0) } ?? 0
        problems.append(
          ExpressionProblem(.pattern, at: Int(body.offsets[Int(literal)]) + 1 + place, error.arguments))
      }
    }
    return problems.sorted { $0.at < $1.at }
  }

  /// The paths from the root, without predicates, among the arguments of each call of a function; nothing in the place of
  /// any other argument.
  package func absolutePaths(ofCallsOf name: String) -> [(at: Int, paths: [String?])] {
    let body = tree.body
    var found: [(at: Int, paths: [String?])] = []
    for (place, node) in body.nodes.enumerated() {
      guard case .call(_, let called, let arguments) = node, body.texts[Int(called)] == name else { continue }
      let paths = body.links[arguments.range].map { body.absolutePath(at: $0) }
      found.append((Int(body.offsets[place]), paths))
    }
    return found
  }
}
