internal import Expressions

/// A day and a time, written 2026-11-20T13:45:00.000+07:00.
struct DateTimeKind: KindDescription {
  var leafType: LeafType { .dateTime }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isDateTime(value) }
}
