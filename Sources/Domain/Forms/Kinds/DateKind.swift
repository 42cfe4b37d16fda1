internal import Expressions

/// A day, written 2026-11-20.
struct DateKind: KindDescription {
  var leafType: LeafType { .date }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isDate(value) }
}
