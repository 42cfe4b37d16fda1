/// What reading a segment to its end showed, so that nobody has to read it again to go on behind it.
package struct SegmentCover: Sendable, Equatable {
  /// Bytes read.
  package var size = 0
  /// Stretches between two LFs.
  package var lines = 0
  /// Wall clock of the first line.
  package var startedAt: Int64 = 0
  /// Number of the last line.
  package var lastNumber: UInt64 = 0
  /// Name of the last line.
  package var lastHash = LineHash.zero
  /// Where the last line begins.
  package var lastOffset = 0
  /// Whether every stretch is a line of the log, each numbered and chained to the one before.
  package var isPlain = true

  /// Nothing read.
  package init() {}

  /// Takes the next stretch. `hash` is the line's name, nil when the stretch is none of the log's lines.
  package mutating func see(_ line: ScannedLine, hash: LineHash?) {
    defer {
      lines += 1
      size = line.offset + line.length
    }
    guard let view = line.view, let hash else {
      isPlain = false
      return
    }
    if lines == 0 {
      startedAt = view.time
    } else if view.number != lastNumber + 1 || view.previous != lastHash {
      isPlain = false
    }
    lastNumber = view.number
    lastHash = hash
    lastOffset = line.offset
  }
}
