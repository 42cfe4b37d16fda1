/// Tells whether coordinates can lie in Viet Nam.
package enum VietnamBounds {
  /// What is found about a pair of coordinates.
  package enum Finding: Sendable, Equatable {
    /// On the mainland's rectangle.
    case mainland
    /// Outside the mainland's rectangle, but within the one with the islands.
    case islands
    /// Latitude and longitude were exchanged.
    case swapped
    /// On Earth, but not here.
    case elsewhere
    /// No place on Earth.
    case impossible
  }

  /// Checks a pair in degrees.
  package static func check(latitude: Double, longitude: Double) -> Finding {
    if isInside(latitude, longitude, mainland) { return .mainland }
    if isInside(latitude, longitude, withIslands) { return .islands }
    if isInside(longitude, latitude, withIslands) { return .swapped }
    let isOnEarth = latitude.magnitude <= 90 && longitude.magnitude <= 180
    return isOnEarth ? .elsewhere : .impossible
  }

  private typealias Rectangle = (latitude: ClosedRange<Double>, longitude: ClosedRange<Double>)
  private static let mainland: Rectangle = (8.18...23.40, 102.14...109.47)
  private static let withIslands: Rectangle = (6.5...23.4, 102.1...117.9)

  private static func isInside(_ latitude: Double, _ longitude: Double, _ rectangle: Rectangle) -> Bool {
    rectangle.latitude.contains(latitude) && rectangle.longitude.contains(longitude)
  }
}
