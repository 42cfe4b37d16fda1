import Journal
import Synchronization

/// Records every change to a folder and can build what a power cut at any moment may have left of it.
final class PowerCut: Sendable {
  /// One change, or a promise made to the user.
  enum Operation: Sendable {
    case create(String)
    case append(String, [UInt8])
    case syncFile(String)
    case syncDirectory(String)
    case rename(String, String)
    case unlink(String)
    case makeDirectory(String)
    case promise([LineHash])
  }

  /// What became of bytes and names that were not synced.
  enum Loss: CaseIterable, Sendable {
    /// The system had written everything by itself.
    case nothing
    /// Names and bytes are as of the last sync.
    case everything
    /// Names are there, half of the bytes.
    case halfOfBytes
    /// Names and sizes are there, the bytes are zeros.
    case bytesAreZero
    /// Bytes are there, names as of the last sync.
    case names
  }

  private struct Recording {
    var operations: [Operation] = []
    var paths: [Int32: (path: String, isWriting: Bool)] = [:]
  }

  private let root: String
  private let recording = Mutex(Recording())

  init(_ root: String) { self.root = root }

  var operations: [Operation] { recording.withLock { $0.operations } }

  func promise(_ hashes: [LineHash]) { note(.promise(hashes)) }

  private func note(_ operation: Operation) { recording.withLock { $0.operations.append(operation) } }

  private func local(_ path: String) -> String { String(path.dropFirst(root.count + 1)) }

  var fileSystem: FileSystem {
    let live = FileSystem.live
    var system = live
    system.open = { [self] path, intent throws(SystemFailure) in
      let file = try live.open(path, intent)
      recording.withLock { recording in
        recording.paths[file] = (local(path), intent == .create || intent == .append)
        if intent == .create { recording.operations.append(.create(local(path))) }
      }
      return file
    }
    system.write = { [self] file, bytes throws(SystemFailure) in
      let count = try live.write(file, bytes)
      recording.withLock { recording in
        guard let path = recording.paths[file]?.path else { return }
        recording.operations.append(.append(path, Array(bytes.prefix(count))))
      }
      return count
    }
    let sync: @Sendable (Int32) -> Void = { [self] file in
      recording.withLock { recording in
        guard let (path, isWriting) = recording.paths[file] else { return }
        recording.operations.append(isWriting ? .syncFile(path) : .syncDirectory(path))
      }
    }
    system.fsync = { file throws(SystemFailure) in
      try live.fsync(file)
      sync(file)
    }
    system.fdatasync = { file throws(SystemFailure) in
      try live.fdatasync(file)
      sync(file)
    }
    system.rename = { [self] old, new throws(SystemFailure) in
      try live.rename(old, new)
      note(.rename(local(old), local(new)))
    }
    system.unlink = { [self] path throws(SystemFailure) in
      try live.unlink(path)
      note(.unlink(local(path)))
    }
    system.mkdir = { [self] path throws(SystemFailure) in
      try live.mkdir(path)
      note(.makeDirectory(local(path)))
    }
    return system
  }
}
