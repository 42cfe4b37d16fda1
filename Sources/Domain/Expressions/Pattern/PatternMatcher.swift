/// Runs the instructions of a pattern over a text, with an own stack of alternatives and a limit on steps.
struct PatternMatcher {
  let program: PatternProgram
  let text: [Unicode.Scalar]
  private(set) var steps = 0
  private var slots: [Int]
  private var alternatives: [Alternative] = []

  static let stepLimit = 2_000_000

  private enum Alternative {
    /// Another way to go on.
    case branch(instruction: Int, place: Int)
    /// A slot gets its earlier content back.
    case restore(slot: Int, place: Int)
  }

  init(program: PatternProgram, text: [Unicode.Scalar]) {
    self.program = program
    self.text = text
    slots = Array(repeating: -1, count: program.slotCount)
  }

  /// Runs up to `accept`; gives where the match ended, or nil without one. Alternatives of the run are given up.
  mutating func run(from start: Int, at first: Int, mustEndAt end: Int?) throws(ExpressionProblem) -> Int? {
    let base = alternatives.count
    var instruction = start
    var place = first
    while true {
      steps += 1
      guard steps <= Self.stepLimit else { throw ExpressionProblem(.limit, ["pattern-steps"]) }
      if case .accept = program.instructions[instruction] {
        if end == nil || place == end {
          keepRestores(above: base)
          return place
        }
      } else if let next = try step(instruction, place) {
        (instruction, place) = next
        continue
      }
      guard let other = backtrack(to: base) else { return nil }
      (instruction, place) = other
    }
  }

  private mutating func backtrack(to base: Int) -> (Int, Int)? {
    while alternatives.count > base {
      switch alternatives.removeLast() {
      case .branch(let instruction, let place): return (instruction, place)
      case .restore(let slot, let place): slots[slot] = place
      }
    }
    return nil
  }

  /// After a match that stands as a whole only what undoes its groups is kept.
  private mutating func keepRestores(above base: Int) {
    guard alternatives.count > base else { return }
    let restores = alternatives[base...].filter { alternative in
      if case .restore = alternative { return true }
      return false
    }
    alternatives.replaceSubrange(base..., with: restores)
  }

  private mutating func save(_ slot: Int, _ place: Int) {
    alternatives.append(.restore(slot: slot, place: slots[slot]))
    slots[slot] = place
  }

  /// One instruction: where to go on, or nil when it does not fit.
  private mutating func step(_ instruction: Int, _ place: Int) throws(ExpressionProblem) -> (Int, Int)? {
    let ignoresCase = program.ignoresCase[instruction]
    switch program.instructions[instruction] {
    case .scalar(let scalar):
      guard place < text.count else { return nil }
      let found = ignoresCase ? ScalarSet.folded(text[place]) : text[place]
      return found == scalar ? (instruction + 1, place + 1) : nil
    case .set(let index):
      guard place < text.count, program.sets[index].contains(text[place], ignoringCase: ignoresCase) else { return nil }
      return (instruction + 1, place + 1)
    case .split(let first, let second):
      alternatives.append(.branch(instruction: second, place: place))
      return (first, place)
    case .jump(let target): return (target, place)
    case .save(let slot), .mark(let slot):
      save(slot, place)
      return (instruction + 1, place)
    case .progress(let slot):
      // A round without progress leaves the loop: the jump back is skipped.
      return (slots[slot] == place ? instruction + 2 : instruction + 1, place)
    case .assert(let assertion): return holds(assertion, place) ? (instruction + 1, place) : nil
    case .reference(let number): return reference(number, place, ignoresCase).map { (instruction + 1, $0) }
    case .look(let isAhead, let isWanted, let next):
      let mark = alternatives.count
      let isFound = try look(isAhead, instruction + 1, place)
      if isFound, !isWanted { undo(to: mark) }
      return isFound == isWanted ? (next, place) : nil
    case .atomic(let next):
      return try run(from: instruction + 1, at: place, mustEndAt: nil).map { (next, $0) }
    case .accept: return nil
    }
  }

  private mutating func undo(to mark: Int) {
    while alternatives.count > mark {
      if case .restore(let slot, let place) = alternatives.removeLast() { slots[slot] = place }
    }
  }

  private mutating func look(_ isAhead: Bool, _ start: Int, _ place: Int) throws(ExpressionProblem) -> Bool {
    if isAhead { return try run(from: start, at: place, mustEndAt: nil) != nil }
    for first in stride(from: place, through: 0, by: -1) {
      if try run(from: start, at: first, mustEndAt: place) != nil { return true }
    }
    return false
  }

  private func reference(_ number: Int, _ place: Int, _ ignoresCase: Bool) -> Int? {
    let (first, last) = (slots[2 * number], slots[2 * number + 1])
    guard first >= 0, last >= first, place + last - first <= text.count else { return nil }
    for offset in 0..<(last - first) {
      let (one, other) = (text[first + offset], text[place + offset])
      guard one == other || (ignoresCase && ScalarSet.folded(one) == ScalarSet.folded(other)) else { return nil }
    }
    return place + last - first
  }

  private func holds(_ assertion: PatternProgram.Assertion, _ place: Int) -> Bool {
    switch assertion {
    case .start: place == 0
    case .end: place == text.count
    case .endOrLastBreak: place == text.count || (place == text.count - 1 && ScalarSet.isBreak(text[place]))
    case .lineStart: place == 0 || ScalarSet.isBreak(text[place - 1])
    case .lineEnd: place == text.count || ScalarSet.isBreak(text[place])
    case .boundary: isWord(place - 1) != isWord(place)
    case .noBoundary: isWord(place - 1) == isWord(place)
    }
  }

  private func isWord(_ place: Int) -> Bool {
    guard text.indices.contains(place) else { return false }
    return text[place] == "_" || text[place].properties.isAlphabetic || ("0"..."9").contains(text[place])
  }
}
