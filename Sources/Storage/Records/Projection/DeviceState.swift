internal import Journal

/// A device whose log is known here.
package struct DeviceState: Sendable, Equatable {
  /// The device.
  package let id: String
  /// Name people gave it.
  package internal(set) var name = ""
  /// Program that wrote last.
  package internal(set) var application = ""
  /// When its last line was written, milliseconds since 1970 UTC.
  package internal(set) var lastSeen: Int64 = 0
  /// Greatest number by epoch.
  package internal(set) var numbers: [String: UInt64] = [:]
  /// When the head was written that name and program come from.
  var headClock = HybridClock.zero

  init(id: String) { self.id = id }
}
