/// A pattern as it is read.
indirect enum PatternNode {
  case empty
  case scalar(Unicode.Scalar, ignoresCase: Bool)
  case set(ScalarSet, ignoresCase: Bool)
  case sequence([PatternNode])
  case choice([PatternNode])
  case group(PatternNode, number: Int)
  case loop(PatternNode, least: Int, most: Int?, Greed)
  case assertion(PatternProgram.Assertion)
  case reference(Int, ignoresCase: Bool)
  case look(PatternNode, isAhead: Bool, isWanted: Bool)
  case atomic(PatternNode)

  /// How much a loop takes.
  enum Greed {
    case greedy, lazy, possessive
  }
}
