internal import Expressions

/// A whole number from 0 to 100.
struct PercentageKind: KindDescription {
  var leafType: LeafType { .integer }

  func impliedConstraint(_ parameters: [String: String]) -> String? { "0 <= . and . <= 100" }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isInteger(value) }
}
