/// All that an evaluation may know of its surroundings: the clock, the zone, randomness and the device. An event carries
/// its moment, so that a replay anywhere gives the same values.
package struct Moment: Sendable, Equatable {
  /// Milliseconds since 1970 in UTC.
  package var milliseconds: Int64
  /// The time zone in which dates are meant.
  package var zone: Zone
  /// Where random numbers and identifiers come from.
  package var seed: UInt64
  /// The device, as `property('deviceid')` gives it.
  package var deviceID: String
  /// Further properties: username, email, phonenumber and so on.
  package var properties: [String: String]

  /// Describes a moment.
  package init(
    milliseconds: Int64, zone: Zone, seed: UInt64 = 0, deviceID: String = "", properties: [String: String] = [:]
  ) {
    self.milliseconds = milliseconds
    self.zone = zone
    self.seed = seed
    self.deviceID = deviceID
    self.properties = properties
  }
}
