/// A point on the earth.
struct GeoPoint: Equatable {
  let latitude: Double
  let longitude: Double

  /// The radius of the sphere in metres with which all engines of the language calculate.
  private static let radius = 6_378_100.0

  init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }

  /// Reads `latitude longitude [altitude [accuracy]]`.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard (2...4).contains(parts.count), let latitude = Double(parts[0]), let longitude = Double(parts[1]),
      latitude.isFinite, longitude.isFinite
    else { return nil }
    self.init(latitude: latitude, longitude: longitude)
  }

  private static func radians(_ degrees: Double) -> Double { degrees * Double.pi / 180 }

  /// The distance in metres along a great circle, by the law of cosines as other engines of the language have it, so
  /// that a form gives the same metres everywhere.
  func distance(to other: GeoPoint) -> Double {
    guard self != other else { return 0 }
    let first = Self.radians(latitude)
    let second = Self.radians(other.latitude)
    let turn = Self.radians(other.longitude - longitude)
    let cosine =
      Elementary.sin(first) * Elementary.sin(second)
      + Elementary.cos(first) * Elementary.cos(second) * Elementary.cos(turn)
    return Elementary.acos(max(-1, min(1, cosine))) * Self.radius
  }

  /// The area in square metres of a closed line, on a plane laid at its first point.
  static func area(_ points: [GeoPoint]) -> Double {
    guard points.count >= 3, let origin = points.first else { return 0 }
    let circumference = 2 * radius * Double.pi
    let flat = points.dropFirst().map { point in
      let x = (point.longitude - origin.longitude) * circumference * Elementary.cos(radians(point.latitude)) / 360
      let y = (point.latitude - origin.latitude) * circumference / 360
      return (x: x, y: y)
    }
    var sum = 0.0
    for (from, to) in zip(flat, flat.dropFirst()) { sum += (from.y * to.x - from.x * to.y) / 2 }
    return sum.magnitude
  }

  /// Whether the point lies inside of a closed line, by counting crossings.
  func isInside(_ shape: [GeoPoint]) -> Bool {
    var isInside = false
    var previous = shape.count - 1
    for index in shape.indices {
      let (here, before) = (shape[index], shape[previous])
      if (here.latitude > latitude) != (before.latitude > latitude) {
        let share = (latitude - here.latitude) / (before.latitude - here.latitude)
        if longitude < (before.longitude - here.longitude) * share + here.longitude { isInside.toggle() }
      }
      previous = index
    }
    return isInside
  }

  /// Whether a line crosses or touches itself other than where one part ends and the next begins.
  static func crossesItself(_ points: [GeoPoint]) -> Bool {
    let count = points.count - 1
    guard count >= 3 else { return false }
    let isClosed = points.first == points.last
    for first in 0..<count {
      for second in (first + 2)..<max(first + 2, count) {
        if isClosed, first == 0, second == count - 1 { continue }
        if meet(points[first], points[first + 1], points[second], points[second + 1]) { return true }
      }
    }
    return false
  }

  private static func meet(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint, _ d: GeoPoint) -> Bool {
    let turns = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)]
    if turns[0] != turns[1], turns[2] != turns[3] { return true }
    return (turns[0] == 0 && isBetween(a, c, b)) || (turns[1] == 0 && isBetween(a, d, b))
      || (turns[2] == 0 && isBetween(c, a, d)) || (turns[3] == 0 && isBetween(c, b, d))
  }

  /// Which way one turns at the second point: 1 left, -1 right, 0 straight on.
  private static func turn(_ a: GeoPoint, _ b: GeoPoint, _ c: GeoPoint) -> Int {
    let cross =
      (b.longitude - a.longitude) * (c.latitude - a.latitude) - (b.latitude - a.latitude) * (c.longitude - a.longitude)
    return cross > 0 ? 1 : cross < 0 ? -1 : 0
  }

  private static func isBetween(_ a: GeoPoint, _ point: GeoPoint, _ b: GeoPoint) -> Bool {
    point.latitude >= min(a.latitude, b.latitude) && point.latitude <= max(a.latitude, b.latitude)
      && point.longitude >= min(a.longitude, b.longitude) && point.longitude <= max(a.longitude, b.longitude)
  }
}
