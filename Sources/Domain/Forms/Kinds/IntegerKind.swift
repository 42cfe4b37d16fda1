internal import Expressions

/// A whole number.
struct IntegerKind: KindDescription {
  var leafType: LeafType { .integer }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isInteger(value) }
}
