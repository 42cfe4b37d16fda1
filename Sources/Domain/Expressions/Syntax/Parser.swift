/// Builds the syntax tree of an expression.
struct Parser {
  private let scalars: [Unicode.Scalar]
  private let tokens: [Token]
  private var place = 0
  private var depth = 0
  var tree = SyntaxBuilder()

  static func parse(_ source: String) throws(ExpressionProblem) -> SyntaxTree {
    guard source.utf8.count <= Formula.lengthLimit * 4 else { throw ExpressionProblem(.limit, ["length"]) }
    let scalars = Array(source.unicodeScalars)
    guard scalars.count <= Formula.lengthLimit else { throw ExpressionProblem(.limit, ["length"]) }
    var parser = Parser(scalars: scalars, tokens: try Lexer.tokens(of: scalars))
    parser.tree.top = try parser.expression(1)
    guard parser.kind == .end else { throw parser.problem("operator") }
    return SyntaxTree(parser.tree)
  }

  private init(scalars: [Unicode.Scalar], tokens: [Token]) {
    self.scalars = scalars
    self.tokens = tokens
  }

  var kind: Token.Kind { tokens[place].kind }
  private var at: Int32 { Int32(tokens[place].at) }
  private var following: Token.Kind { place + 1 < tokens.count ? tokens[place + 1].kind : .end }

  private func text(_ token: Token) -> String {
    let scalars = scalars[token.range]
    if scalars.allSatisfy({ $0.isASCII }) {
      return String(unsafeUninitializedCapacity: scalars.count) { bytes in
        for (place, scalar) in scalars.enumerated() { bytes[place] = UInt8(truncatingIfNeeded: scalar.value) }
        return scalars.count
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  func problem(_ expected: String...) -> ExpressionProblem {
    ExpressionProblem(.syntax, at: tokens[place].at, [text(tokens[place])] + expected)
  }

  private mutating func accept(_ wanted: Token.Kind) -> Bool {
    guard kind == wanted else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ wanted: Token.Kind, _ code: String) throws(ExpressionProblem) {
    guard accept(wanted) else { throw problem(code) }
  }

  private mutating func add(_ node: SyntaxTree.Node, at offset: Int32) -> Int32 {
    tree.nodes.append(node)
    tree.offsets.append(offset)
    return Int32(tree.nodes.count - 1)
  }

  private mutating func link(_ places: [Int32]) -> SyntaxTree.Span {
    guard !places.isEmpty else { return .none }
    let span = SyntaxTree.Span(start: Int32(tree.links.count), count: Int32(places.count))
    tree.links.append(contentsOf: places)
    return span
  }

  private mutating func keep(_ text: String) -> Int32 {
    tree.texts.append(text)
    return Int32(tree.texts.count - 1)
  }

  // MARK: Operators

  /// Reads operators that bind at least as tightly as `level`.
  mutating func expression(_ level: Int) throws(ExpressionProblem) -> Int32 {
    depth += 1
    guard depth <= Formula.depthLimit else {
      throw ExpressionProblem(.limit, at: tokens[place].at, ["depth"])
    }
    var left = try unary()
    while case .binary(let first) = kind, first.level >= level {
      let start = at
      var parts = [left]
      while case .binary(let next) = kind, next.level == first.level {
        place += 1
        parts.append(next.rawValue)
        parts.append(try expression(first.level + 1))
      }
      if parts.count == 3 {
        left = add(.binary(first, parts[0], parts[2]), at: start)
      } else {
        left = add(.chain(link(parts)), at: start)
      }
    }
    depth -= 1
    return left
  }

  private mutating func unary() throws(ExpressionProblem) -> Int32 {
    let start = at
    var signs = 0
    while accept(.binary(.minus)) { signs += 1 }
    let operand = try union()
    return signs == 0 ? operand : add(.negation(operand, isOdd: signs % 2 == 1), at: start)
  }

  private mutating func union() throws(ExpressionProblem) -> Int32 {
    let start = at
    var parts = [try path()]
    while accept(.pipe) { parts.append(try path()) }
    return parts.count == 1 ? parts[0] : add(.union(link(parts)), at: start)
  }

  // MARK: Paths

  private mutating func path() throws(ExpressionProblem) -> Int32 {
    let start = at
    guard let primary = try primary() else {
      return try locationPath(at: start)
    }
    let predicates = try predicates()
    var filtered = primary
    if predicates.count > 0 { filtered = add(.filter(primary, predicates), at: start) }
    guard kind == .slash || kind == .doubleSlash else { return filtered }
    var steps: [SyntaxTree.Step] = []
    try moreSteps(into: &steps)
    return addPath(.filter(filtered), steps, at: start)
  }

  private mutating func locationPath(at start: Int32) throws(ExpressionProblem) -> Int32 {
    var steps: [SyntaxTree.Step] = []
    if kind == .doubleSlash {
      try moreSteps(into: &steps)
      return addPath(.root, steps, at: start)
    }
    guard accept(.slash) else {
      steps.append(try step("operand"))
      try moreSteps(into: &steps)
      return addPath(.context, steps, at: start)
    }
    if startsStep {
      steps.append(try step("step"))
      try moreSteps(into: &steps)
    }
    return addPath(.root, steps, at: start)
  }

  private var startsStep: Bool {
    switch kind {
    case .name, .star, .prefixWildcard, .dot, .doubleDot, .at: true
    default: false
    }
  }

  private mutating func addPath(_ start: SyntaxTree.Start, _ steps: [SyntaxTree.Step], at offset: Int32) -> Int32 {
    let span = SyntaxTree.Span(start: Int32(tree.steps.count), count: Int32(steps.count))
    tree.steps.append(contentsOf: steps)
    return add(.path(start, span), at: offset)
  }

  /// Reads `/step` and `//step` as often as they follow.
  private mutating func moreSteps(into steps: inout [SyntaxTree.Step]) throws(ExpressionProblem) {
    while true {
      if accept(.slash) {
        steps.append(try step("step"))
      } else if kind == .doubleSlash {
        let offset = at
        place += 1
        var step = try step("step")
        if step.axis == .child, step.predicates.count == 0 {
          step.axis = .descendant
        } else {
          steps.append(SyntaxTree.Step(axis: .descendantOrSelf, test: .node, predicates: .none, at: offset))
        }
        steps.append(step)
      } else {
        return
      }
    }
  }

  private mutating func step(_ expected: String) throws(ExpressionProblem) -> SyntaxTree.Step {
    let start = at
    if accept(.dot) { return SyntaxTree.Step(axis: .selfNode, test: .node, predicates: .none, at: start) }
    if accept(.doubleDot) { return SyntaxTree.Step(axis: .parent, test: .node, predicates: .none, at: start) }
    var axis = Axis.child
    if accept(.at) {
      axis = .attribute
    } else if kind == .name, following == .doubleColon {
      guard let named = Axis(rawValue: text(tokens[place])) else { throw problem("axis") }
      axis = named
      place += 2
    }
    let test = try nodeTest(expected)
    var step = SyntaxTree.Step(axis: axis, test: test, predicates: try predicates(), at: start)
    if step.axis == .child, step.predicates.count > 0 { step.lookup = tree.addLookup(for: step) }
    return step
  }

  private mutating func nodeTest(_ expected: String) throws(ExpressionProblem) -> SyntaxTree.Test {
    switch kind {
    case .star:
      place += 1
      return .any
    case .prefixWildcard:
      let prefix = text(tokens[place]).dropLast()
      place += 1
      return .prefix(keep(String(prefix)))
    case .name:
      let name = text(tokens[place])
      guard following == .openParenthesis else {
        place += 1
        return Name(mentioned: name).map { .name($0) } ?? .spelled(keep(name))
      }
      guard Self.nodeTypes.contains(name) else { throw problem("step") }
      place += 2
      if name == "processing-instruction" { _ = accept(.literal) }
      try expect(.closeParenthesis, "closing-parenthesis")
      return name == "node" ? .node : name == "text" ? .text : .nothing
    default:
      throw problem(expected)
    }
  }

  static let nodeTypes: Set<String> = ["node", "text", "comment", "processing-instruction"]

  private mutating func predicates() throws(ExpressionProblem) -> SyntaxTree.Span {
    var places: [Int32] = []
    while accept(.openBracket) {
      places.append(try expression(1))
      try expect(.closeBracket, "closing-bracket")
    }
    return link(places)
  }

  // MARK: Primary expressions

  /// Reads a literal, a call, a variable or parentheses; nil when something else follows.
  private mutating func primary() throws(ExpressionProblem) -> Int32? {
    let start = at
    let token = tokens[place]
    switch token.kind {
    case .number:
      place += 1
      tree.numbers.append(Number(text: text(token)))
      return add(.number(Int32(tree.numbers.count - 1)), at: start)
    case .literal:
      place += 1
      return add(.string(keep(text(token))), at: start)
    case .dollar:
      place += 1
      guard kind == .name else { throw problem("name") }
      let name = keep(text(tokens[place]))
      place += 1
      return add(.variable(name), at: start)
    case .openParenthesis:
      place += 1
      let inner = try expression(1)
      try expect(.closeParenthesis, "closing-parenthesis")
      return inner
    case .name where following == .openParenthesis && !Self.nodeTypes.contains(text(token)):
      return try call(text(token), at: start)
    default:
      return nil
    }
  }

  private mutating func call(_ name: String, at start: Int32) throws(ExpressionProblem) -> Int32 {
    place += 2
    var arguments: [Int32] = []
    if kind != .closeParenthesis {
      arguments.append(try expression(1))
      while accept(.comma) { arguments.append(try expression(1)) }
    }
    try expect(.closeParenthesis, arguments.isEmpty ? "operand" : "comma-or-parenthesis")
    let entry = FunctionTable.place(of: name) ?? -1
    return add(.call(entry: Int32(entry), name: keep(name), link(arguments)), at: start)
  }
}
