internal import Expressions

/// A time of day, written 13:45 or 13:45:00.000+07:00.
struct TimeKind: KindDescription {
  var leafType: LeafType { .time }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.isTime(value) }
}
