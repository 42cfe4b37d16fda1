/// What the journal puts around a payload: where the line stands and when it was written.
package struct LineFrame: Sendable, Equatable {
  /// Device that wrote the line.
  package var device: String
  /// Epoch of the device's log.
  package var epoch: String
  /// Number within device and epoch, from 1 without gaps.
  package var number: UInt64
  /// Wall clock, milliseconds since 1970 UTC.
  package var time: Int64
  /// Hybrid logical clock.
  package var clock: HybridClock
  /// Hash of the line before, zero for number 1.
  package var previous: LineHash

  /// Joins the parts.
  package init(
    device: String, epoch: String, number: UInt64, time: Int64, clock: HybridClock, previous: LineHash
  ) {
    self.device = device
    self.epoch = epoch
    self.number = number
    self.time = time
    self.clock = clock
    self.previous = previous
  }
}
