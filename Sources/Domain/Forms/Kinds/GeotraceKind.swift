internal import Expressions

/// A line of points, separated by semicolons.
struct GeotraceKind: KindDescription {
  var leafType: LeafType { .geo }

  var parameters: Set<String> { ["incremental", "allow-mock-accuracy"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { WrittenForm.points(value).count >= 2 }
}
