internal import Expressions

/// An area: points separated by semicolons, the last one the first again.
struct GeoshapeKind: KindDescription {
  var leafType: LeafType { .geo }

  var parameters: Set<String> { ["incremental", "allow-mock-accuracy"] }

  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool {
    let points = WrittenForm.points(value)
    guard points.count >= 4, let first = points.first, let last = points.last else { return false }
    return first.prefix(2) == last.prefix(2)
  }
}
