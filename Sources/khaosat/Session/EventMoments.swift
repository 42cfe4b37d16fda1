package import Expressions
internal import Records

/// The moments in which edits are applied. A moment follows from the event alone, so that replaying the events on any
/// machine gives the same clock, the same random numbers and so the same answers.
package struct EventMoments: Sendable {
  /// The record concerned.
  package let record: String
  /// The zone in which the record was opened.
  package let zone: Zone
  /// The device that opened the record.
  package let device: String
  /// username, email, phonenumber of the person who opened it.
  package let properties: [String: String]

  /// Moments of a record.
  package init(record: String, zone: Zone, device: String, properties: [String: String]) {
    self.record = record
    self.zone = zone
    self.device = device
    self.properties = properties
  }

  /// The moment of an event: its time, and a seed made from record, time and field.
  package func moment(at time: Int64, field: String?) -> Moment {
    var seed: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in "\(record)|\(time)|\(field ?? "")".utf8 { seed = (seed ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Moment(milliseconds: time, zone: zone, seed: seed, deviceID: device, properties: properties)
  }
}
