/// Any file, by its name.
struct FileKind: KindDescription {
  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isFileName(value) }
}
