package import Journal
internal import Synchronization

extension Store {
  /// What seals; nil when the store is not protected.
  package var seal: (any Seal)? { options.seal }

  /// Reads everything again when keys came that may open what was locked.
  func openWithNewKeys() throws(StoreProblem) {
    guard let seal = options.seal, seal.refresh() else { return }
    let (isNeeded, identity) = state.withLock { ($0.projection.snapshot.lockedLines > 0, $0.identity) }
    guard isNeeded else { return }
    // Only what is on the medium is read again.
    try flush()
    try state.withLock { (state) throws(StoreProblem) in
      var covers: [String: [SegmentName: SegmentCover]] = [:]
      var projection = try StoreOpening.load(path, options.fileSystem, seal, covers: &covers)
      projection.introduce(identity, application: options.application)
      state.projection = projection
    }
  }
}
