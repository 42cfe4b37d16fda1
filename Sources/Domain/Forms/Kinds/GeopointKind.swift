internal import Expressions

/// A point: latitude, longitude, and if known altitude and accuracy.
struct GeopointKind: KindDescription {
  var leafType: LeafType { .geo }

  var parameters: Set<String> { ["capture-accuracy", "warning-accuracy", "allow-mock-accuracy"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isPoint(value[...]) }
}
