/// All choices of a list in the order of preference, separated by spaces.
struct RankKind: KindDescription {
  var parameters: Set<String> { ["randomize", "seed", "value", "label"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool {
    let choices = value.split(separator: " ")
    return Set(choices).count == choices.count
  }
}
