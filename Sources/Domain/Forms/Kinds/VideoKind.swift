/// A film, by the name of its file.
struct VideoKind: KindDescription {
  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isFileName(value) }
}
