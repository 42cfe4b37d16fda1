/// The lock of a store, held as long as this value lives. The kernel drops it with the process, however that ends.
package final class FileLock: Sendable {
  private let file: Int32
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
      self.file = file
      self.system = system
    } catch {
      throw error.isLocked ? .locked : .system(error)
    }
  }

  deinit { try? system.close(file) }
}
