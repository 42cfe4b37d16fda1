/// Acknowledged answers, and which of them went missing or appeared from nowhere.
struct Tally {
  var acknowledged = 0
  var lost = 0
  var invented = 0

  /// Compares what is there with what was acknowledged and with what was ever said.
  /// - Returns: the values lost and invented, for the message.
  @discardableResult
  mutating func check(there: Set<String>, acknowledged values: [String], said: Set<String>) -> [String] {
    let missing = values.filter { !there.contains($0) }
    let extra = there.subtracting(said)
    acknowledged += values.count
    lost += missing.count
    invented += extra.count
    return missing.map { "lost: \($0)" } + extra.map { "invented: \($0)" }
  }
}
