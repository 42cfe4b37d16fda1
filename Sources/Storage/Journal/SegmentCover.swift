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
  /// Number of the first line.
  package var firstNumber: UInt64 = 0
  /// What the first line says of the one before.
  package var firstPrevious = LineHash.zero
  /// Whether every stretch is a line of the log, each numbered and chained to the one before.
  package var isPlain = true

  /// Nothing read.
  package init() {}

  /// Takes the next stretch, which begins at an offset of the file. `hash` is the line's name, nil when the stretch is
  /// none of the log's lines.
  package mutating func see(_ line: ScannedLine, at offset: Int, hash: LineHash?) {
    defer {
      lines += 1
      size = offset + line.length
    }
    guard let view = line.view, let hash else {
      isPlain = false
      return
    }
    if lines == 0 {
      startedAt = view.time
      firstNumber = view.number
      firstPrevious = view.previous
    } else if view.number != lastNumber + 1 || view.previous != lastHash {
      isPlain = false
    }
    lastNumber = view.number
    lastHash = hash
    lastOffset = offset
  }

  /// Takes what was read of the bytes right behind these.
  package mutating func append(_ next: SegmentCover) {
    guard next.lines > 0 else { return }
    guard lines > 0 else {
      self = next
      return
    }
    isPlain =
      isPlain && next.isPlain && next.firstNumber == lastNumber + 1 && next.firstPrevious == lastHash
    lines += next.lines
    size = next.size
    lastNumber = next.lastNumber
    lastHash = next.lastHash
    lastOffset = next.lastOffset
  }
}
