internal import Synchronization

/// The bytes a segment had when it was opened to go on: hashed once somebody needs the hash of the segment, not before.
final class SegmentPrefix: Sendable {
  private enum State {
    case unread
    case hashed(RunningHash)
  }

  private let path: String
  private let size: Int
  private let system: FileSystem
  private let state = Mutex(State.unread)

  init(path: String, size: Int, system: FileSystem) {
    self.path = path
    self.size = size
    self.system = system
  }

  /// Whether the hash is known already.
  var isReady: Bool {
    state.withLock { state in
      if case .hashed = state { true } else { false }
    }
  }

  /// The hash of the bytes, which are read when it is not known; nil when they cannot be read.
  @discardableResult
  func hash() -> RunningHash? {
    state.withLock { state in
      if case .hashed(let hash) = state { return hash }
      guard let content = try? system.contents(of: path), content.count >= size else { return nil }
      var hash = RunningHash()
      content.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0.prefix(size))) }
      state = .hashed(hash)
      return hash
    }
  }
}
