/// A picture, by the name of its file.
struct ImageKind: KindDescription {
  var parameters: Set<String> { ["max-pixels", "app"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isFileName(value) }
}
