/// What a pattern is compiled to: instructions for a matcher that keeps its own stack of alternatives.
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    case scalar(Unicode.Scalar)
    case set(Int)
    case split(first: Int, second: Int)
    case jump(Int)
    case save(Int)
    /// Notes where a loop began its round; a round that took nothing ends the loop.
    case mark(Int)
    case progress(Int)
    case assert(Assertion)
    case reference(Int)
    /// Matches the instructions that follow up to `accept` as a whole, then goes on at `next`.
    case look(isAhead: Bool, isWanted: Bool, next: Int)
    case atomic(next: Int)
    case accept
  }

  enum Assertion: Sendable {
    case start, end, endOrLastBreak, lineStart, lineEnd, boundary, noBoundary
  }

  var instructions: [Instruction] = []
  var sets: [ScalarSet] = []
  /// Places to save to: two for each group, then one for each loop.
  var slotCount = 2
  /// How instructions compare letters: one entry for each instruction.
  var ignoresCase: [Bool] = []
}
