internal import Journal

/// The place of an event in the order of merging: the same on every device, whatever came first.
struct EventKey: Sendable, Equatable {
  let clock: HybridClock
  let origin: Origin
  let number: UInt64
  let hash: LineHash

  /// The order of merging.
  static func isBefore(_ left: EventKey, _ right: EventKey) -> Bool {
    if left.clock != right.clock { return left.clock < right.clock }
    if left.origin != right.origin { return Origin.isBefore(left.origin, right.origin) }
    return left.number != right.number ? left.number < right.number : left.hash < right.hash
  }
}

extension Event {
  /// Its place in the order of merging.
  var key: EventKey { EventKey(clock: clock, origin: origin, number: number, hash: hash) }
}
