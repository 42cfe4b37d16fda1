internal import Journal
internal import Synchronization

extension Store {
  /// Folds files that have just come, and tells how many lines were new.
  func take(_ files: [LogFile]) throws(StoreProblem) -> Int {
    let count = state.withLock { state in
      let before = state.projection.snapshot.lines
      state.projection.replay(files, options.fileSystem, options.seal)
      state.projection.settleAltered()
      return state.projection.snapshot.lines - before
    }
    observeClock()
    try leaveForeignEpoch()
    return count
  }

  /// When lines come under our own name that we did not write, a clone is at work or we are a restored backup: going on
  /// in the same epoch would give numbers a second time.
  func leaveForeignEpoch() throws(StoreProblem) {
    let writer = try writing()
    let epoch = writer.epoch
    let (identity, snapshot) = state.withLock { ($0.identity, $0.projection.snapshot) }
    let known = snapshot.devices[identity.device]?.numbers[epoch] ?? 0
    let isForked = snapshot.forks.contains { $0.device == identity.device && $0.epoch == epoch }
    guard known > writer.lastNumber || isForked else { return }
    do throws(JournalProblem) { try writer.beginEpoch() } catch { throw .journal(error) }
    var next = identity
    next.epoch = writer.epoch
    try next.write(path + "/device.json", options.fileSystem)
    state.withLock { $0.identity = next }
  }
}
