/// Functions of points, traces and areas on the earth.
enum PlaceFunctions {
  static let rows: [FunctionEntry] = [
    FunctionEntry(
      "distance", Signature([.geo], repeating: 1), [.init("round(distance('0 0;0 90'))", "10018696")]
    ) { call, scope, effort throws(ExpressionProblem) in
      let points = try points(call, scope, &effort)
      var length = 0.0
      for (from, to) in zip(points, points.dropFirst()) { length += from.distance(to: to) }
      return .number(Number(length))
    },
    FunctionEntry("area", Signature([.geo]), [.init("round(area('0 0;0 0.001;0.001 0.001;0 0'))", "6196")]) {
      call, scope, effort throws(ExpressionProblem) in .number(Number(GeoPoint.area(try points(call, scope, &effort))))
    },
    FunctionEntry(
      "geofence", Signature([.geo, .geo]), [.init("geofence('0.5 0.5', '0 0;0 1;1 1;1 0;0 0')", "true")]
    ) { call, scope, effort throws(ExpressionProblem) in
      let first = try call.string(0, scope, &effort)
      let second = try call.string(1, scope, &effort)
      // A place that nobody answered lies nowhere; an empty text written into the form is a mistake.
      if first.isEmpty && call.isPath(0) || second.isEmpty && call.isPath(1) { return .boolean(false) }
      guard let point = GeoPoint(first) else { throw call.problem(.value, "geofence", first) }
      let shape = try trace(second, call)
      guard !shape.isEmpty else { throw call.problem(.value, "geofence", "") }
      return .boolean(point.isInside(shape))
    },
    FunctionEntry(
      "intersects", Signature([.geo]), [.init("intersects('0 0;1 1;0 1;1 0')", "true")]
    ) { call, scope, effort throws(ExpressionProblem) in
      let points = try points(call, scope, &effort)
      try effort.spend(points.count * points.count)
      return .boolean(GeoPoint.crossesItself(points))
    },
  ]

  /// All points of the arguments: each a point or a list of points.
  private static func points(
    _ call: Call, _ scope: Scope, _ effort: inout Effort
  ) throws(ExpressionProblem) -> [GeoPoint] {
    var points: [GeoPoint] = []
    for value in try call.flattened(from: 0, scope, &effort) {
      points += try trace(try value.asString, call)
      try effort.spend(points.count)
    }
    return points
  }

  private static func trace(_ text: String, _ call: Call) throws(ExpressionProblem) -> [GeoPoint] {
    var points: [GeoPoint] = []
    for part in text.split(separator: ";") {
      guard !part.utf8.allSatisfy({ $0 <= 0x20 }) else { continue }
      guard let point = GeoPoint(String(part)) else { throw call.problem(.value, call.name, String(part)) }
      points.append(point)
    }
    return points
  }
}
