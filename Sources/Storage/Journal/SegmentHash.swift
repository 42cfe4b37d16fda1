/// The SHA-256 of a segment that is being written, for its seal.
struct SegmentHash {
  /// Bytes that were there before; nil once they are in `running`.
  private(set) var prefix: SegmentPrefix?
  /// What came behind the prefix while it is not hashed.
  private var pending: [UInt8] = []
  private var running = RunningHash()

  /// A new segment.
  init() {}

  /// A segment that is gone on with.
  init(behind prefix: SegmentPrefix) { self.prefix = prefix }

  /// Takes a line.
  mutating func update(_ line: [UInt8]) {
    guard let prefix else { return running.update(line) }
    pending += line
    // Copies of this value are made for every line, so little is kept.
    if prefix.isReady || pending.count > Self.greatestPending { settle() }
  }

  /// The hash; nil when the bytes that were there before cannot be read now.
  mutating func value() -> ContentHash? {
    settle()
    return prefix == nil ? running.value : nil
  }

  private mutating func settle() {
    guard let prefix, let hash = prefix.hash() else { return }
    running = hash
    running.update(pending)
    pending = []
    self.prefix = nil
  }

  private static let greatestPending = 64 << 10
}
