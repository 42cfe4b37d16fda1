internal import Synchronization

/// The lock of a store, held until it is released. The kernel drops it with the process, however that ends.
package final class FileLock: Sendable {
  private let file: Mutex<Int32?>
  private let system: FileSystem

  /// Takes the lock.
  /// - Throws: ``JournalProblem/locked`` when another process has it.
  package init(_ path: String, _ system: FileSystem) throws(JournalProblem) {
    do throws(SystemFailure) {
      let file = try system.opened(path, .lock)
      do throws(SystemFailure) {
        try system.uninterrupted { () throws(SystemFailure) in try system.lock(file) }
      } catch {
        try? system.close(file)
        throw error
      }
      self.file = Mutex(file)
      self.system = system
    } catch {
      throw error.isLocked ? .locked : .system(error)
    }
  }

  /// Gives the lock back; doing it again does nothing.
  package func release() {
    let open = file.withLock { file in
      defer { file = nil }
      return file
    }
    if let open { try? system.close(open) }
  }

  deinit { release() }
}
