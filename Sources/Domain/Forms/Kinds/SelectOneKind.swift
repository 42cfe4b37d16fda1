/// One choice of a list.
struct SelectOneKind: KindDescription {
  var parameters: Set<String> { ["randomize", "seed", "value", "label"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { !value.contains(" ") }
}
