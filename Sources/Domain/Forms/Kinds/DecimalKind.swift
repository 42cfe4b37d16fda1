internal import Expressions

/// A number with or without a fraction.
struct DecimalKind: KindDescription {
  var leafType: LeafType { .decimal }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isDecimal(value) }
}
