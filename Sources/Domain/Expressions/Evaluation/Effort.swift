/// Where an evaluation began, and how much it may still do: a hostile expression ends with a problem and never hangs.
struct Effort {
  /// The node that `current()` means.
  let origin: NodeID
  /// Nodes and predicates that may still be looked at, characters that may still be made.
  private var left = 5_000_000
  /// How many random values were made, so that each is another.
  var draws: UInt64 = 0

  init(at origin: NodeID) { self.origin = origin }

  /// Counts work.
  mutating func spend(_ amount: Int) throws(ExpressionProblem) {
    left -= amount
    if left < 0 { throw ExpressionProblem(.limit, ["steps"]) }
  }
}
