/// A text to be acknowledged: the answer is OK.
struct AcknowledgeKind: KindDescription {
  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { value == "OK" }
}
