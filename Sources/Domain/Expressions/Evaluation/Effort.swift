/// How much an evaluation may still do: a hostile expression ends with a problem and never hangs.
struct Effort {
  /// Nodes and predicates that may still be looked at, characters that may still be made.
  private var left = 5_000_000
  /// How many random values were made, so that each is another.
  var draws: UInt64 = 0

  /// Counts work.
  mutating func spend(_ amount: Int) throws(ExpressionProblem) {
    left -= amount
    if left < 0 { throw ExpressionProblem(.limit, ["steps"]) }
  }
}
