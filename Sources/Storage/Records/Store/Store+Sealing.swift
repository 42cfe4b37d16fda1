package import Journal
internal import Synchronization

extension Store {
  /// What seals; nil when the store is not protected.
  package var seal: (any Seal)? { options.seal }

  /// Reads the logs again when keys came that may open what was locked. What is known stays; payloads come into it.
  func openWithNewKeys() throws(StoreProblem) {
    guard let seal = options.seal, seal.refresh(), snapshot.lockedLines > 0 else { return }
    let files: [LogFile]
    do throws(SystemFailure) {
      files =
        try LogFile.all(below: path, "data", options.fileSystem) + LogFile.all(below: path, "peers", options.fileSystem)
    } catch {
      throw .system(error)
    }
    try state.withLock { (state) throws(StoreProblem) in
      for parsed in StoreOpening.parse(files, into: &state.projection, options.fileSystem, seal) {
        state.projection.take(parsed.events)
      }
      try ReceivedLines.load(path, into: &state.projection, options.fileSystem, seal)
    }
  }
}
