/// What still has to be computed: steps in their order with the rows concerned, row counts, checks and triggers.
struct Pending: Sendable {
  private var rows: [[Int32]]
  private var words: [UInt64]
  /// No word before this one has a bit.
  private var first = 0
  /// Repeats whose number of rows may have to grow, with the row around them.
  private(set) var counts: [(repeatNode: Int, row: Int)] = []
  /// Questions to be checked, with their rows.
  private(set) var checks: [(node: Int, row: Int)] = []
  /// Nodes to be set because a trigger changed, with the trigger's row.
  private(set) var triggered: [(node: Int, row: Int)] = []

  init(steps: Int) {
    rows = Array(repeating: [], count: steps)
    words = Array(repeating: 0, count: (steps + 63) / 64)
  }

  /// Notes that a step has to be computed in a row.
  mutating func add(step: Int, row: Int) {
    words[step >> 6] |= 1 << UInt64(step & 63)
    if step >> 6 < first { first = step >> 6 }
    if rows[step].last != Int32(row) { rows[step].append(Int32(row)) }
  }

  mutating func add(count repeatNode: Int, row: Int) { counts.append((repeatNode, row)) }
  mutating func add(check node: Int, row: Int) { checks.append((node, row)) }
  mutating func add(triggered node: Int, row: Int) { triggered.append((node, row)) }

  /// The first step waiting; the rows in which it waits, each once, take the place of what `waiting` held. The storage
  /// of both is used again.
  mutating func nextStep(_ waiting: inout [Int32]) -> Int? {
    while first < words.count, words[first] == 0 { first += 1 }
    guard first < words.count else { return nil }
    let bit = words[first].trailingZeroBitCount
    words[first] &= ~(1 << UInt64(bit))
    let step = first << 6 | bit
    if waiting.capacity > Self.keptCapacity { waiting = [] } else { waiting.removeAll(keepingCapacity: true) }
    swap(&waiting, &rows[step])
    if waiting.count > 1 {
      waiting.sort()
      var kept = 1
      for place in 1..<waiting.count where waiting[place] != waiting[kept - 1] {
        waiting[kept] = waiting[place]
        kept += 1
      }
      waiting.removeSubrange(kept...)
    }
    return step
  }

  /// Longer lists of rows are let go once they were computed.
  private static let keptCapacity = 64

  mutating func takeCounts() -> [(repeatNode: Int, row: Int)] {
    defer { counts = [] }
    return counts
  }

  mutating func takeChecks() -> [(node: Int, row: Int)] {
    defer { checks = [] }
    return checks
  }

  mutating func takeTriggered() -> [(node: Int, row: Int)] {
    defer { triggered = [] }
    return triggered
  }
}
