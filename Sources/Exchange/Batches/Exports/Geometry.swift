internal import JSON

/// ODK writes places as `latitude longitude altitude accuracy`, several separated by semicolons.
enum Geometry {
  /// The GeoJSON of a place; nil when it is none.
  static func json(of text: String) -> JSONValue? {
    var positions: [JSONValue] = []
    for point in text.split(separator: ";") {
      let numbers = point.split(separator: " ").map { number(String($0)) }
      guard numbers.count >= 2, numbers.count <= 4, !numbers.contains(nil),
        let latitude = numbers[0], let longitude = numbers[1], let north = Double(latitude),
        let east = Double(longitude), north.magnitude <= 90, east.magnitude <= 180
      else { return nil }
      var position: [JSONValue] = [.number(longitude), .number(latitude)]
      if numbers.count > 2, let altitude = numbers[2], altitude != "0", altitude != "0.0" {
        position.append(.number(altitude))
      }
      positions.append(.array(position))
    }
    guard let first = positions.first, let last = positions.last else { return nil }
    if positions.count == 1 { return ["type": "Point", "coordinates": first] }
    if positions.count > 3, first == last { return ["type": "Polygon", "coordinates": .array([.array(positions)])] }
    return ["type": "LineString", "coordinates": .array(positions)]
  }

  /// The text as JSON writes numbers: digits as they were typed, nothing rounded.
  private static func number(_ text: String) -> String? {
    if let value = try? JSONValue(parsing: text), let literal = value.numberLiteral { return literal }
    return Double(text).flatMap { JSONValue.double($0).numberLiteral }
  }
}
