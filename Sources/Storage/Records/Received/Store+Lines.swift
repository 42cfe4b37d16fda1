package import Journal
internal import Protection
internal import Synchronization

extension Store {
  /// Lines as they were written, by their names: what leaves the store is copied, never composed anew. Only lines on the
  /// medium are found. Sealed ones are opened in the form from which their bytes can be made again.
  package func lines(named wanted: Set<LineHash>) throws(StoreProblem) -> [LineHash: [UInt8]] {
    try flush()
    let system = options.fileSystem
    var files: [LogFile] = []
    do throws(SystemFailure) {
      files = try LogFile.all(of: path, system)
    } catch {
      throw .system(error)
    }
    files += try ReceivedLines.files(path, system)
    var found: [LineHash: [UInt8]] = [:]
    var locked: Set<LineHash> = []
    for file in files where found.count < wanted.count {
      // A file that cannot be read has been named when the store was opened.
      guard let bytes = try? system.contents(of: file.path),
        let content = ReceivedLines.clear(bytes, file, options.seal)
      else { continue }
      content.withUnsafeBytes { bytes in
        SegmentScanner.scan(bytes) { line in
          guard let view = line.view else { return }
          let hash = OpenedLine.name(of: view)
          guard wanted.contains(hash), found[hash] == nil else { return }
          found[hash] = view.body.isSealed ? options.seal?.opened(Array(view.bytes)) : Array(view.bytes)
          if found[hash] == nil { locked.insert(hash) }
        }
      }
    }
    // A line that is locked in its log may have come in the clear with a batch.
    guard locked.allSatisfy({ found[$0] != nil }) else { throw .sealed }
    return found
  }

  /// Keeps lines of other devices that came without their logs. Those known already are passed over, so taking the same
  /// lines twice changes nothing.
  /// - Returns: the names of the lines that are new; they are on the medium when this returns.
  package func receive(_ lines: [[UInt8]]) throws(StoreProblem) -> Set<LineHash> {
    _ = try writing()
    let system = options.fileSystem
    let new = try state.withLock { (state) throws(StoreProblem) -> Set<LineHash> in
      var content: [UInt8] = []
      var names: Set<LineHash> = []
      for line in lines {
        line.withUnsafeBytes { bytes in
          SegmentScanner.scan(bytes) { scanned in
            guard let view = scanned.view else { return }
            let hash = OpenedLine.name(of: view)
            let isKnown = state.projection.knows(view.device, view.epoch, view.number, hash)
            if isKnown, !state.projection.isLocked(hash) { return }
            if names.insert(hash).inserted { content.append(contentsOf: view.bytes) }
          }
        }
      }
      guard !names.isEmpty else { return [] }
      let file = try ReceivedLines.file(content, options.seal)
      let label = ReceivedLines.area + "/" + file.name
      do throws(SystemFailure) {
        try system.makeDirectories(path + "/" + ReceivedLines.area)
        try system.replace(path + "/" + label, with: file.content)
      } catch {
        throw .system(error)
      }
      let log = LogFile(label: label, path: path + "/" + label, device: "", name: file.name)
      let parsed = ReceivedLines.parse(content, of: log, into: &state.projection)
      state.projection.take(parsed.events)
      state.projection.settleAltered()
      return names
    }
    guard !new.isEmpty else { return new }
    observeClock()
    try leaveForeignEpoch()
    return new
  }

  /// Which lines have a rival here, another line of the same device, epoch and number, and are not yet vouched for.
  package func rivalled(_ lines: [[UInt8]]) -> [LineHash] {
    state.withLock { state in
      let vouched = state.projection.snapshot.vouchedLines
      var rivalled: [LineHash] = []
      for line in lines {
        line.withUnsafeBytes { bytes in
          SegmentScanner.scan(bytes) { scanned in
            guard let view = scanned.view else { return }
            let hash = OpenedLine.name(of: view)
            let there = state.projection.origins[view.device]?[view.epoch]?.names(of: view.number) ?? []
            if !vouched.contains(hash), there.contains(where: { $0 != hash }) { rivalled.append(hash) }
          }
        }
      }
      return rivalled
    }
  }

  /// Looks again at lines of one number, after something was said about them.
  package func settle(_ lines: [LineHash]) {
    guard !lines.isEmpty else { return }
    state.withLock { state in
      for fork in state.projection.snapshot.forks {
        let origin = state.projection.origin(fork.device, fork.epoch)
        state.projection.unsettled.insert(origin)
      }
      state.projection.settleAltered()
    }
  }
}
