/// Turns a pattern into instructions.
struct PatternCompiler {
  private(set) var program = PatternProgram()
  private static let sizeLimit = 20_000

  static func compile(_ source: String) throws(ExpressionProblem) -> PatternProgram {
    var parser = PatternParser(source)
    let node = try parser.parse()
    var compiler = PatternCompiler()
    compiler.program.slotCount = 2 * (parser.groups + 1)
    try compiler.add(node)
    try compiler.emit(.accept)
    return compiler.program
  }

  private var here: Int { program.instructions.count }

  private mutating func emit(
    _ instruction: PatternProgram.Instruction, ignoresCase: Bool = false
  ) throws(ExpressionProblem) {
    guard here < Self.sizeLimit else { throw ExpressionProblem(.limit, ["pattern"]) }
    program.instructions.append(instruction)
    program.ignoresCase.append(ignoresCase)
  }

  private mutating func add(_ node: PatternNode) throws(ExpressionProblem) {
    switch node {
    case .empty: break
    case .scalar(let scalar, let ignoresCase):
      try emit(.scalar(ignoresCase ? ScalarSet.folded(scalar) : scalar), ignoresCase: ignoresCase)
    case .set(let set, let ignoresCase):
      program.sets.append(set)
      try emit(.set(program.sets.count - 1), ignoresCase: ignoresCase)
    case .sequence(let parts): for part in parts { try add(part) }
    case .choice(let branches): try addChoice(branches)
    case .group(let inner, let number):
      try emit(.save(2 * number))
      try add(inner)
      try emit(.save(2 * number + 1))
    case .loop(let inner, let least, let most, let greed):
      if greed == .possessive {
        try addEnclosed(.loop(inner, least: least, most: most, .greedy)) { .atomic(next: $0) }
      } else {
        try addLoop(inner, least: least, most: most, isGreedy: greed == .greedy)
      }
    case .assertion(let assertion): try emit(.assert(assertion))
    case .reference(let number, let ignoresCase): try emit(.reference(number), ignoresCase: ignoresCase)
    case .look(let inner, let isAhead, let isWanted):
      try addEnclosed(inner) { .look(isAhead: isAhead, isWanted: isWanted, next: $0) }
    case .atomic(let inner): try addEnclosed(inner) { .atomic(next: $0) }
    }
  }

  private mutating func addEnclosed(
    _ inner: PatternNode, _ opening: (Int) -> PatternProgram.Instruction
  ) throws(ExpressionProblem) {
    let start = here
    try emit(.accept)
    try add(inner)
    try emit(.accept)
    program.instructions[start] = opening(here)
  }

  private mutating func addChoice(_ branches: [PatternNode]) throws(ExpressionProblem) {
    var exits: [Int] = []
    for (index, branch) in branches.enumerated() {
      guard index < branches.count - 1 else {
        try add(branch)
        break
      }
      let fork = here
      try emit(.accept)
      try add(branch)
      exits.append(here)
      try emit(.accept)
      program.instructions[fork] = .split(first: fork + 1, second: here)
    }
    for exit in exits { program.instructions[exit] = .jump(here) }
  }

  private mutating func addLoop(
    _ inner: PatternNode, least: Int, most: Int?, isGreedy: Bool
  ) throws(ExpressionProblem) {
    for _ in 0..<least { try add(inner) }
    if let most {
      var forks: [Int] = []
      for _ in least..<max(least, most) {
        forks.append(here)
        try emit(.accept)
        try add(inner)
      }
      for fork in forks { program.instructions[fork] = split(fork + 1, here, isGreedy) }
      return
    }
    let slot = program.slotCount
    program.slotCount += 1
    let fork = here
    try emit(.accept)
    try emit(.mark(slot))
    try add(inner)
    try emit(.progress(slot))
    try emit(.jump(fork))
    program.instructions[fork] = split(fork + 1, here, isGreedy)
  }

  private func split(_ inside: Int, _ outside: Int, _ isGreedy: Bool) -> PatternProgram.Instruction {
    isGreedy ? .split(first: inside, second: outside) : .split(first: outside, second: inside)
  }
}
