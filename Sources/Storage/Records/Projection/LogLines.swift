internal import Journal
internal import Protection
internal import Synchronization

/// Reads lines of records out of the logs when somebody asks for them: what the state keeps of a record is little.
final class LogLines: Sendable {
  private struct State {
    var paths: [String] = []
    var numbers: [String: Int32] = [:]
    /// The record asked for last; the next question is mostly about it, too.
    var last: (record: RecordID, runs: [LineRun], events: [Event])?
    var hasDoubt = false
  }

  private let state = Mutex(State())
  private let system: FileSystem
  private let seal: (any Seal)?

  init(_ system: FileSystem = .live, _ seal: (any Seal)? = nil) {
    self.system = system
    self.seal = seal
  }

  /// Forgets what was read: keys came, and it may say more now.
  func forget() { state.withLock { $0.last = nil } }

  /// Whether lines were not where they had been: nothing that rests on their places is trusted any more.
  var hasDoubt: Bool { state.withLock { $0.hasDoubt } }

  /// The number of a file.
  func number(of path: String) -> Int32 {
    state.withLock { state in
      if let there = state.numbers[path] { return there }
      let number = Int32(state.paths.count)
      state.paths.append(path)
      state.numbers[path] = number
      return number
    }
  }

  /// The files by number.
  var paths: [String] { state.withLock { $0.paths } }

  /// The events of a record in the order of merging.
  /// - Parameter count: how many there are, which is what is found unless a file changed under us.
  func events(of record: RecordID, _ runs: [LineRun], count: Int) -> [Event] {
    if runs.isEmpty { return [] }
    let (paths, known) = state.withLock { state -> ([String], [Event]?) in
      if let last = state.last, last.record == record, last.runs == runs { return ([], last.events) }
      return (state.paths, nil)
    }
    if let known { return known }
    var events = read(record, runs, paths)
    if events.count != count {
      state.withLock { $0.hasDoubt = true }
      // The whole of every file, then: whatever is there of the record is shown.
      let all = paths.indices.map { LineRun(file: Int32($0), offset: 0, length: Int.max) }
      events = read(record, all, paths)
    }
    let found = events
    state.withLock { $0.last = (record, runs, found) }
    return found
  }

  /// The one line at a place, if it is there.
  func event(at run: LineRun) -> Event? {
    read(nil, [run], state.withLock { $0.paths }).first
  }

  /// A line of a log with the record it concerns.
  struct Link {
    let origin: Origin
    let link: ChainLink
    let record: RecordID?
  }

  /// All lines of some logs as their chains see them.
  func links(of origins: Set<Origin>) -> [Link] {
    var links: [Link] = []
    let all = LineRun(file: 0, offset: 0, length: Int.max)
    for path in paths {
      let name = SegmentName(fileName: FileSystem.name(of: path))
      let device = FileSystem.name(of: FileSystem.parent(of: path))
      // Files that are no log hold lines of any.
      if let name, !origins.contains(where: { $0.device == device && $0.epoch == name.epoch }) { continue }
      for bytes in stretches(of: [all], in: path) {
        bytes.withUnsafeBytes { bytes in
          SegmentScanner.scan(bytes) { line in
            guard let view = line.view,
              let origin = origins.first(where: { view.belongs(toDevice: $0.device, epoch: $0.epoch) }),
              name == nil || view.device == device
            else { return }
            let link = ChainLink(view, hash: OpenedLine.name(of: view))
            links.append(Link(origin: origin, link: link, record: view.record))
          }
        }
      }
    }
    return links
  }

  /// The lines of some kinds in all logs, in the order of merging.
  func events(ofKinds kinds: [EventKind]) -> [Event] {
    let (paths, names) = (paths, kinds.map(\.name))
    let all = paths.indices.map { LineRun(file: Int32($0), offset: 0, length: Int.max) }
    return read(all, paths) { view in names.contains { view.isKind($0) } }
  }

  private func read(_ record: RecordID?, _ runs: [LineRun], _ paths: [String]) -> [Event] {
    read(runs, paths) { record == nil || $0.isRecord(record) }
  }

  private func read(_ runs: [LineRun], _ paths: [String], _ isWanted: (LineView) -> Bool) -> [Event] {
    var events: [Event] = []
    var texts = TextCache()
    var origin = Origin(device: "", epoch: "")
    var next = runs.startIndex
    while next < runs.endIndex {
      let file = runs[next].file
      let end = runs[next...].firstIndex { $0.file != file } ?? runs.endIndex
      let some = runs[next..<end]
      next = end
      for bytes in stretches(of: some, in: paths[Int(file)]) {
        bytes.withUnsafeBytes { bytes in
          SegmentScanner.scan(bytes) { line in
            guard let view = line.view, isWanted(view) else { return }
            if !view.belongs(toDevice: origin.device, epoch: origin.epoch) {
              origin = Origin(device: view.device, epoch: view.epoch)
            }
            let hash = OpenedLine.name(of: view)
            events.append(Event(view, hash: hash, origin: origin, seal: seal, texts: &texts))
          }
        }
      }
    }
    return Self.sorted(events)
  }

  /// The bytes of runs of one file; of a sealed file, those of what it holds.
  private func stretches(of runs: ArraySlice<LineRun>, in path: String) -> [[UInt8]] {
    guard !path.hasSuffix("." + SealedFile.fileExtension) else {
      guard let bytes = try? system.contents(of: path), let content = SealedFile(bytes).flatMap({ seal?.open($0) })
      else { return [] }
      return runs.map { run in
        let start = min(run.offset, content.count)
        return Array(content[start..<start + min(run.length, content.count - start)])
      }
    }
    guard let file = try? system.opened(path, .read) else { return [] }
    defer { try? system.close(file) }
    let size = (try? system.size(file)) ?? 0
    return runs.compactMap { run in
      let length = min(run.length, size - run.offset)
      return length > 0 ? try? system.stretch(ofOpen: file, from: run.offset, count: length) : nil
    }
  }

  /// In the order of merging, each line once, in the clear where one of its copies is.
  private static func sorted(_ events: [Event]) -> [Event] {
    let sorted = RecordState.isSorted(events) ? events : events.sorted(by: Event.isBefore)
    var unique: [Event] = []
    unique.reserveCapacity(sorted.count)
    for event in sorted {
      if unique.last?.hash != event.hash {
        unique.append(event)
      } else if unique.last?.body.isSealed == true {
        unique[unique.count - 1] = event
      }
    }
    return unique
  }
}
