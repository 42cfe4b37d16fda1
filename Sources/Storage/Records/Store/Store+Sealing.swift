package import Journal
internal import Protection
internal import Synchronization

extension Store {
  /// What seals; nil when the store is not protected.
  package var seal: (any Seal)? { options.seal }

  /// Reads what was locked again when keys came that may open it. What is known stays; payloads come into it.
  func openWithNewKeys() throws(StoreProblem) {
    guard let seal = options.seal, seal.refresh(), snapshot.lockedLines > 0 else { return }
    let files: [LogFile]
    do throws(SystemFailure) {
      files = try LogFile.all(of: path, options.fileSystem)
    } catch {
      throw .system(error)
    }
    try state.withLock { (state) throws(StoreProblem) in
      state.projection.lines.forget()
      for file in files {
        // A file that cannot be read has been named when it was to be read first.
        guard let content = try? options.fileSystem.contents(of: file.path) else { continue }
        unlock(content, state.projection.lines.number(of: file.path), &state.projection)
      }
      try ReceivedLines.load(path, into: &state.projection, options.fileSystem, seal)
    }
  }

  private func unlock(_ content: [UInt8], _ file: Int32, _ projection: inout Projection) {
    var texts = TextCache()
    var lines: [Projection.Incoming] = []
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        guard let view = line.view, view.isSealed else { return }
        let hash = view.hash
        guard projection.isLocked(hash) else { return }
        let origin = Origin(device: view.device, epoch: view.epoch)
        let event = Event(view, hash: hash, origin: origin, seal: options.seal, texts: &texts)
        let run = LineRun(file: file, offset: line.offset, length: line.length)
        lines.append(Projection.Incoming(event: event, group: view.group, run: run))
      }
    }
    projection.take(lines)
  }
}
