/// Reading of sets in brackets and of escapes.
extension PatternParser {
  /// Reads a set after its opening bracket.
  mutating func set() throws(ExpressionProblem) -> ScalarSet {
    try set(depth: 0)
  }

  private mutating func set(depth: Int) throws(ExpressionProblem) -> ScalarSet {
    guard depth <= 20 else { throw problem("depth") }
    let isNegated = take("^")
    var parts: [ScalarSet] = []
    var intersected: ScalarSet?
    var isFirst = true
    while let scalar = next {
      if scalar == "]", !isFirst {
        place += 1
        let last = ScalarSet.union(parts)
        let whole = intersected.map { ScalarSet.intersection($0, last) } ?? last
        return isNegated ? .complement(whole) : whole
      }
      isFirst = false
      if take("&&") {
        let last = ScalarSet.union(parts)
        intersected = intersected.map { ScalarSet.intersection($0, last) } ?? last
        parts = []
      } else if scalar == "[", !take("[:") {
        place += 1
        parts.append(try set(depth: depth + 1))
      } else if scalar == "[" {
        parts.append(try posixSet())
      } else {
        parts.append(try member())
      }
    }
    throw problem("bracket")
  }

  private mutating func posixSet() throws(ExpressionProblem) -> ScalarSet {
    let isNegated = take("^")
    let start = place
    while let scalar = next, scalar != ":" { place += 1 }
    let name = TextFunctions.text(scalars[start..<place])
    guard take(":]"), let set = CategoryTest.set(named: name) else { throw problem("property") }
    return isNegated ? .complement(set) : set
  }

  /// Reads a scalar, a range or an escape of a set.
  private mutating func member() throws(ExpressionProblem) -> ScalarSet {
    let first: Unicode.Scalar
    if take("\\") {
      if let set = try classEscape() { return set }
      first = try scalarEscape()
    } else {
      first = scalars[place]
      place += 1
    }
    guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]", scalars[place + 1] != "[" else {
      return .range(first, first)
    }
    place += 1
    var last = scalars[place]
    place += 1
    if last == "\\" { last = try scalarEscape() }
    guard last >= first else { throw problem("range") }
    return .range(first, last)
  }

  /// Reads an escape that stands for many scalars, after the backslash; nil when it is none.
  mutating func classEscape() throws(ExpressionProblem) -> ScalarSet? {
    guard let scalar = next else { throw problem("escape") }
    let sets: [Unicode.Scalar: ScalarSet] = [
      "d": .digits, "w": .wordLetters, "s": .spaces, "h": .horizontalSpaces, "v": .range("\n", "\r"),
    ]
    if let set = sets[scalar] {
      place += 1
      return set
    }
    if scalar != "P", let lower = Unicode.Scalar(scalar.value | 0x20), scalar.value < 0x60, let set = sets[lower] {
      place += 1
      return .complement(set)
    }
    guard scalar == "p" || scalar == "P" else { return nil }
    place += 1
    var name: String
    if take("{") {
      let start = place
      while let letter = next, letter != "}" { _ = take(letter) }
      name = TextFunctions.text(scalars[start..<place])
      guard take("}") else { throw problem("property") }
    } else {
      guard let letter = next else { throw problem("property") }
      place += 1
      name = String(Character(letter))
    }
    var isNegated = scalar == "P"
    if name.hasPrefix("^") {
      isNegated.toggle()
      name.removeFirst()
    }
    guard let set = CategoryTest.set(named: name) else { throw problem("property") }
    return isNegated ? .complement(set) : set
  }

  /// Reads an escape that stands for one scalar, after the backslash.
  mutating func scalarEscape() throws(ExpressionProblem) -> Unicode.Scalar {
    guard let scalar = next else { throw problem("escape") }
    place += 1
    switch scalar {
    case "t": return "\t"
    case "n": return "\n"
    case "r": return "\r"
    case "f": return "\u{C}"
    case "a": return "\u{7}"
    case "e": return "\u{1B}"
    case "0": return try coded(radix: 8, least: 1, most: 3)
    case "u": return try coded(radix: 16, least: 4, most: 4)
    case "x":
      guard take("{") else { return try coded(radix: 16, least: 2, most: 2) }
      let code = try coded(radix: 16, least: 1, most: 6)
      guard take("}") else { throw problem("escape") }
      return code
    case "c":
      guard let letter = next, letter.isASCII, let control = Unicode.Scalar(letter.value ^ 0x40) else {
        throw problem("escape")
      }
      place += 1
      return control
    default:
      guard !(scalar.isASCII && scalar.properties.isAlphabetic) else { throw problem("escape") }
      return scalar
    }
  }

  private mutating func coded(radix: Int, least: Int, most: Int) throws(ExpressionProblem) -> Unicode.Scalar {
    var value = 0
    var count = 0
    while count < most, let scalar = next, let digit = Self.digit(scalar, radix) {
      value = value * radix + digit
      count += 1
      place += 1
    }
    guard count >= least, let scalar = Unicode.Scalar(UInt32(value)) else { throw problem("escape") }
    return scalar
  }
}
