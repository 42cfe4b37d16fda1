package import Journal

/// One line of a journal as the records see it. The payload stays text until somebody asks.
package struct Event: Sendable {
  /// The name of the line: what `w` and conflicts refer to.
  package let hash: LineHash
  /// Hybrid logical clock: the order of merging.
  package let clock: HybridClock
  /// Device and epoch.
  package let origin: Origin
  /// Number within device and epoch.
  package let number: UInt64
  /// Wall clock, milliseconds since 1970 UTC; for people and for calculations, never an order.
  package let time: Int64
  /// What it tells.
  package let kind: EventKind
  /// Record concerned.
  package let record: String?
  /// Field path concerned, by row ids.
  package let field: String?
  /// Payload.
  package let body: LineBody

  /// Device that wrote it.
  package var device: String { origin.device }

  /// The order of merging: the same on every device, whatever came first.
  package static func isBefore(_ left: Event, _ right: Event) -> Bool {
    left.clock != right.clock ? left.clock < right.clock : EventKey.isBefore(left.key, right.key)
  }
}
