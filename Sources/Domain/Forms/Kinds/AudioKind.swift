/// A sound, by the name of its file.
struct AudioKind: KindDescription {
  var parameters: Set<String> { ["quality"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isFileName(value) }
}
