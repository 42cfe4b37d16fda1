package import JSON
package import Journal

/// Identifies a record: a UUID.
package typealias RecordID = String
/// Identifies a visit.
package typealias VisitID = String

/// Everything the store knows at one moment. A value: it does not change under whoever holds it.
package struct Snapshot: Sendable {
  /// Records.
  package internal(set) var records: [RecordID: RecordState] = [:]
  /// Visits.
  package internal(set) var visits: [VisitID: VisitState] = [:]
  /// Cases by list and identifier.
  package internal(set) var cases: [String: [String: JSONObject]] = [:]
  /// Devices.
  package internal(set) var devices: [String: DeviceState] = [:]
  /// `user` events by device, in the order of merging.
  package internal(set) var users: [String: [Event]] = [:]
  /// `export` events in the order of merging.
  package internal(set) var exports: [Event] = []
  /// `import` events in the order of merging.
  package internal(set) var imports: [Event] = []
  /// Logs with two lines of one number: a machine was cloned or a backup restored. Both branches are in the records.
  package internal(set) var forks: Set<Fork> = []
  /// Places that were damaged when the logs were read.
  package internal(set) var damaged: [Damage] = []
  /// How many lines are sealed with keys that are not here. They are kept and passed on like any other.
  package internal(set) var lockedLines = 0
  /// How many lines it was made from.
  package internal(set) var lines = 0

  /// Nothing known.
  package init() {}

  /// Who sits at a device now.
  package func user(of device: String) -> Event? { users[device]?.last }

  /// Who sat at the device when an event was written; empty when nobody had said so.
  package func author(of event: Event) -> String {
    guard let users = users[event.device] else { return "" }
    let user = users.last { Event.isBefore($0, event) || $0.hash == event.hash }
    return user?.body.payload?["name"]?.stringValue ?? ""
  }

  /// When a device last copied its journal elsewhere, milliseconds since 1970 UTC; nil for never.
  package func lastBackup(of device: String) -> Int64? {
    exports.last { $0.device == device && $0.body.payload?["formats"] == ["journal"] }?.time
  }

  /// Records by the visit they belong to, oldest first.
  package var recordsByVisit: [VisitID: [RecordID]] {
    var byVisit: [VisitID: [RecordState]] = [:]
    for record in records.values {
      if let visit = record.visit { byVisit[visit, default: []].append(record) }
    }
    return byVisit.mapValues { records in
      records.sorted { ($0.created, $0.id) < ($1.created, $1.id) }.map(\.id)
    }
  }
}
