/// Reads patterns as Java and ICU write them.
struct PatternParser {
  let scalars: [Unicode.Scalar]
  var place = 0
  var groups = 0
  private var names: [String: Int] = [:]
  private var depth = 0
  var ignoresCase = false
  var dotTakesBreaks = false
  private var isMultiline = false
  private var skipsSpaces = false

  init(_ source: String) {
    scalars = Array(source.unicodeScalars)
  }

  func problem(_ reason: String) -> ExpressionProblem {
    ExpressionProblem(.pattern, [TextFunctions.text(scalars[...]), reason, String(place)])
  }

  var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  mutating func take(_ text: String) -> Bool {
    guard scalars[place...].starts(with: text.unicodeScalars) else { return false }
    place += text.unicodeScalars.count
    return true
  }

  mutating func parse() throws(ExpressionProblem) -> PatternNode {
    guard scalars.count <= 4096 else { throw problem("length") }
    let whole = try choice()
    guard place == scalars.count else { throw problem("parenthesis") }
    return whole
  }

  private mutating func choice() throws(ExpressionProblem) -> PatternNode {
    depth += 1
    guard depth <= 50 else { throw problem("depth") }
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    depth -= 1
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  private mutating func sequence() throws(ExpressionProblem) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if skipsSpaces, ScalarSet.spaces.contains(scalar) {
        place += 1
        continue
      }
      guard let atom = try atom() else { continue }
      parts.append(try quantified(atom))
    }
    return parts.count == 1 ? parts[0] : parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func quantified(_ atom: PatternNode) throws(ExpressionProblem) -> PatternNode {
    var node = atom
    while let scalar = next {
      let bounds: (Int, Int?)
      switch scalar {
      case "*": bounds = (0, nil)
      case "+": bounds = (1, nil)
      case "?": bounds = (0, 1)
      case "{": bounds = try counts()
      default: return node
      }
      if scalar != "{" { place += 1 }
      let greed: PatternNode.Greed = take("?") ? .lazy : take("+") ? .possessive : .greedy
      node = .loop(node, least: bounds.0, most: bounds.1, greed)
    }
    return node
  }

  private mutating func counts() throws(ExpressionProblem) -> (Int, Int?) {
    place += 1
    guard let least = number() else { throw problem("quantifier") }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}"), most.map({ $0 >= least }) ?? true else { throw problem("quantifier") }
    guard least <= 1000, most ?? 0 <= 1000 else { throw problem("length") }
    return (least, most)
  }

  private mutating func number() -> Int? {
    let start = place
    var value = 0
    while let scalar = next, let digit = Self.digit(scalar, 10), place - start < 6 {
      value = value * 10 + digit
      place += 1
    }
    return place > start ? value : nil
  }

  static func digit(_ scalar: Unicode.Scalar, _ radix: Int) -> Int? {
    guard scalar.isASCII else { return nil }
    return Character(scalar).hexDigitValue.flatMap { $0 < radix ? $0 : nil }
  }

  /// Reads one thing that can be repeated; nil for what only changes how the rest is read.
  private mutating func atom() throws(ExpressionProblem) -> PatternNode? {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "(": return try group()
    case "[": return .set(try set(), ignoresCase: ignoresCase)
    case ".": return .set(.any(withBreaks: dotTakesBreaks), ignoresCase: false)
    case "^": return .assertion(isMultiline ? .lineStart : .start)
    case "$": return .assertion(isMultiline ? .lineEnd : .endOrLastBreak)
    case "\\": return try escape()
    case "*", "+", "?": throw problem("quantifier")
    default: return .scalar(scalar, ignoresCase: ignoresCase)
    }
  }

  // MARK: Groups

  private mutating func group() throws(ExpressionProblem) -> PatternNode? {
    guard take("?") else {
      groups += 1
      let number = groups
      return .group(try inner(), number: number)
    }
    if take(":") { return try inner() }
    if take("=") { return .look(try inner(), isAhead: true, isWanted: true) }
    if take("!") { return .look(try inner(), isAhead: true, isWanted: false) }
    if take("<=") { return .look(try inner(), isAhead: false, isWanted: true) }
    if take("<!") { return .look(try inner(), isAhead: false, isWanted: false) }
    if take(">") { return .atomic(try inner()) }
    if take("<") {
      let name = try groupName()
      groups += 1
      names[name] = groups
      let number = groups
      return .group(try inner(), number: number)
    }
    return try flags()
  }

  /// Reads up to the closing parenthesis; flags set inside end there.
  private mutating func inner() throws(ExpressionProblem) -> PatternNode {
    let flags = (ignoresCase, dotTakesBreaks, isMultiline, skipsSpaces)
    let node = try choice()
    guard take(")") else { throw problem("parenthesis") }
    (ignoresCase, dotTakesBreaks, isMultiline, skipsSpaces) = flags
    return node
  }

  private mutating func groupName() throws(ExpressionProblem) -> String {
    let start = place
    while let scalar = next, scalar.isASCII, scalar.properties.isAlphabetic || (place > start && scalar.value < 0x3A) {
      place += 1
    }
    let name = TextFunctions.text(scalars[start..<place])
    guard !name.isEmpty, take(">") else { throw problem("group-name") }
    return name
  }

  private mutating func flags() throws(ExpressionProblem) -> PatternNode? {
    let before = (ignoresCase, dotTakesBreaks, isMultiline, skipsSpaces)
    var isOn = true
    while let scalar = next {
      place += 1
      switch scalar {
      case "-": isOn = false
      case "i": ignoresCase = isOn
      case "s": dotTakesBreaks = isOn
      case "m": isMultiline = isOn
      case "x": skipsSpaces = isOn
      case "u", "U", "d": break
      case ")": return nil
      case ":":
        let node = try choice()
        guard take(")") else { throw problem("parenthesis") }
        (ignoresCase, dotTakesBreaks, isMultiline, skipsSpaces) = before
        return node
      default: throw problem("group")
      }
    }
    throw problem("parenthesis")
  }

  // MARK: Escapes outside of sets

  private mutating func escape() throws(ExpressionProblem) -> PatternNode? {
    guard let scalar = next else { throw problem("escape") }
    switch scalar {
    case "b": return assertion(.boundary)
    case "B": return assertion(.noBoundary)
    case "A": return assertion(.start)
    case "z": return assertion(.end)
    case "Z": return assertion(.endOrLastBreak)
    case "1"..."9":
      place += 1
      var reference = Self.digit(scalar, 10) ?? 0
      while let digit = next.flatMap({ Self.digit($0, 10) }), reference * 10 + digit <= groups {
        reference = reference * 10 + digit
        place += 1
      }
      guard reference <= groups else { throw problem("reference") }
      return .reference(reference, ignoresCase: ignoresCase)
    case "k":
      place += 1
      guard take("<"), let number = names[try groupName()] else { throw problem("reference") }
      return .reference(number, ignoresCase: ignoresCase)
    case "Q":
      place += 1
      var parts: [PatternNode] = []
      while place < scalars.count, !take("\\E") {
        parts.append(.scalar(scalars[place], ignoresCase: ignoresCase))
        place += 1
      }
      return .sequence(parts)
    default:
      if let set = try classEscape() { return .set(set, ignoresCase: ignoresCase) }
      return .scalar(try scalarEscape(), ignoresCase: ignoresCase)
    }
  }

  private mutating func assertion(_ assertion: PatternProgram.Assertion) -> PatternNode {
    place += 1
    return .assertion(assertion)
  }
}
