/// Cuts an expression into tokens.
struct Lexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var tokens: [Token] = []

  private init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// All tokens of an expression, the end included.
  static func tokens(of scalars: [Unicode.Scalar]) throws(ExpressionProblem) -> [Token] {
    var lexer = Lexer(scalars)
    while true {
      while lexer.place < scalars.count, lexer.isSpace(scalars[lexer.place]) { lexer.place += 1 }
      guard lexer.place < scalars.count else { break }
      let token = try lexer.next()
      lexer.tokens.append(token)
    }
    lexer.tokens.append(Token(kind: .end, at: scalars.count, range: scalars.count..<scalars.count))
    return lexer.tokens
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r" || scalar == "\u{A0}"
  }

  private func peek(_ distance: Int) -> Unicode.Scalar? {
    place + distance < scalars.count ? scalars[place + distance] : nil
  }

  private mutating func take(_ kind: Token.Kind, _ length: Int) -> Token {
    let start = place
    place += length
    return Token(kind: kind, at: start, range: start..<place)
  }

  private mutating func next() throws(ExpressionProblem) -> Token {
    let scalar = scalars[place]
    switch scalar {
    case "'", "\"": return try literal(scalar)
    case "(": return take(.openParenthesis, 1)
    case ")": return take(.closeParenthesis, 1)
    case "[": return take(.openBracket, 1)
    case "]": return take(.closeBracket, 1)
    case ",": return take(.comma, 1)
    case "@": return take(.at, 1)
    case "$": return take(.dollar, 1)
    case "|": return take(.pipe, 1)
    case "+": return take(.binary(.plus), 1)
    case "-": return take(.binary(.minus), 1)
    case "=": return take(.binary(.equal), 1)
    case "*": return take(tokens.last?.endsOperand == true ? .binary(.times) : .star, 1)
    case "/": return peek(1) == "/" ? take(.doubleSlash, 2) : take(.slash, 1)
    case "<": return peek(1) == "=" ? take(.binary(.lessOrEqual), 2) : take(.binary(.less), 1)
    case ">": return peek(1) == "=" ? take(.binary(.greaterOrEqual), 2) : take(.binary(.greater), 1)
    case "!" where peek(1) == "=": return take(.binary(.unequal), 2)
    case ":" where peek(1) == ":": return take(.doubleColon, 2)
    case ".":
      if peek(1) == "." { return take(.doubleDot, 2) }
      return peek(1).map(isDigit) == true ? number() : take(.dot, 1)
    default:
      if isDigit(scalar) { return number() }
      if Self.startsName(scalar) { return name() }
      throw ExpressionProblem(.syntax, at: place, [String(Character(scalar)), "token"])
    }
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar >= "0" && scalar <= "9"
  }

  private mutating func literal(_ quote: Unicode.Scalar) throws(ExpressionProblem) -> Token {
    let start = place
    var end = place + 1
    while end < scalars.count, scalars[end] != quote { end += 1 }
    guard end < scalars.count else {
      throw ExpressionProblem(.syntax, at: start, [String(Character(quote)), "closing-quote"])
    }
    place = end + 1
    return Token(kind: .literal, at: start, range: (start + 1)..<end)
  }

  private mutating func number() -> Token {
    var length = 0
    while let scalar = peek(length), isDigit(scalar) { length += 1 }
    if peek(length) == "." {
      length += 1
      while let scalar = peek(length), isDigit(scalar) { length += 1 }
    }
    return take(.number, length)
  }

  /// A name, or after an operand one of the operators that are words: `4andfunc()` is `4 and func()`.
  private mutating func name() -> Token {
    if tokens.last?.endsOperand == true {
      for (word, meaning) in Self.words where scalars[place...].starts(with: word.unicodeScalars) {
        return take(.binary(meaning), word.unicodeScalars.count)
      }
    }
    var length = nameLength(from: 0)
    if peek(length) == ":", let scalar = peek(length + 1) {
      if scalar == "*" { return take(.prefixWildcard, length + 2) }
      if Self.startsName(scalar) { length += 1 + nameLength(from: length + 1) }
    }
    return take(.name, length)
  }

  private func nameLength(from start: Int) -> Int {
    var length = 0
    while let scalar = peek(start + length), Self.continuesName(scalar) { length += 1 }
    return length
  }

  private static let words: [(String, Operator)] = [
    ("and", .and), ("or", .or), ("div", .divide), ("mod", .modulo),
  ]

  static func startsName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F,
      0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
      true
    default: false
    }
  }

  static func continuesName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x30...0x39, 0x2D, 0x2E, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: startsName(scalar)
    }
  }
}
