/// A token of an expression with its offset in Unicode scalars.
struct Token: Equatable {
  /// The kinds of tokens.
  enum Kind: Equatable {
    case number, literal, name, prefixWildcard
    case binary(Operator)
    case slash, doubleSlash, pipe, dot, doubleDot, at, comma, dollar, doubleColon, star
    case openParenthesis, closeParenthesis, openBracket, closeBracket
    case end
  }

  var kind: Kind
  var at: Int
  /// The scalars of the token; of a literal those between the quotes.
  var range: Range<Int>

  /// Whether an operand can end with this token, so that a following `*` or name is an operator.
  var endsOperand: Bool {
    switch kind {
    case .number, .literal, .name, .prefixWildcard, .star, .dot, .doubleDot, .closeParenthesis, .closeBracket: true
    default: false
    }
  }
}
