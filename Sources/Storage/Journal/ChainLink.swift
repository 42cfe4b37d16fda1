/// A line as its chain sees it.
package struct ChainLink: Sendable {
  /// Number within device and epoch.
  package let number: UInt64
  /// Name of the line.
  package let hash: LineHash
  /// Name of the line before.
  package let previous: LineHash
  /// Hybrid logical clock.
  package let clock: HybridClock

  /// The link of a line that goes by a name: that of the line itself, or of the sealed one it was opened from.
  package init(_ view: LineView, hash: LineHash) {
    number = view.number
    self.hash = hash
    previous = view.previous
    clock = view.clock
  }

  init(number: UInt64, hash: LineHash, previous: LineHash, clock: HybridClock) {
    self.number = number
    self.hash = hash
    self.previous = previous
    self.clock = clock
  }

  /// Which of several lines of one number were changed together with their checksums: nobody names them, and a line of
  /// the same clock value is named. Two machines under one name write at different times, so their lines differ in the
  /// clock; those are branches, and both count.
  /// - Parameter named: what is proved: by `p` of a line that follows, or by the manifest of a signed batch.
  package static func altered(_ same: [ChainLink], named: Set<LineHash>) -> Set<LineHash> {
    guard same.count > 1 else { return [] }
    let proved = Set(same.filter { named.contains($0.hash) }.map(\.clock))
    return Set(same.filter { !named.contains($0.hash) && proved.contains($0.clock) }.map(\.hash))
  }
}
