internal import Dispatch
internal import Synchronization

/// The one writer of a device's log.
///
/// Lines are composed at once on the calling thread, which never waits for the medium; they reach it in order on the
/// writer's own thread, as many as have gathered in one write and one `fdatasync`. ``appendAndWait(_:)`` does the same
/// work on the calling thread.
package final class JournalWriter: Sendable {
  /// Called when a request is on the medium, or when a try failed: then it is called again after a later try. It is
  /// called while the file is in use, so it may append but must not wait for the medium.
  package typealias Acknowledge = @Sendable (Result<Acknowledgement, JournalProblem>) -> Void

  private struct Front {
    var composer: Composer
    var queue: [Entry] = []
    var waiting: Int
    var failure: JournalProblem?
    var isClosed = false
  }

  private enum Entry {
    case line(Disk.Waiting)
    case segment(SegmentName)
  }

  private let front: Mutex<Front>
  private let disk: Mutex<Disk>
  private let options: JournalOptions
  /// What was in the segment gone on with: hashed on the writing thread once there is something to seal behind it.
  private let prefix: SegmentPrefix?
  private let thread = DispatchQueue(label: "khaosat.journal", qos: .userInitiated)

  private init(
    composer: Composer, disk: consuming sending Disk, prefix: SegmentPrefix?, options: JournalOptions
  ) {
    self.prefix = prefix
    front = Mutex(Front(composer: composer, waiting: disk.waiting.count))
    self.disk = Mutex(disk)
    self.options = options
  }

  /// Opens the log to go on with, or begins one. The caller holds the lock of the store.
  package static func open(_ options: JournalOptions) throws(JournalProblem) -> JournalWriter {
    guard SegmentName.isName(options.device) else { throw .badName(options.device) }
    do throws(SystemFailure) { try options.fileSystem.makeDirectories(options.directory) } catch {
      throw .system(error)
    }
    let end: LogEnd? =
      if let epoch = options.epoch {
        try LogEnd.find(
          epoch: epoch, device: options.device, in: options.directory, options.fileSystem, read: options.read)
      } else { nil }
    let writer = try begin(after: end, options)
    try writer.flush()
    return writer
  }

  private static func begin(after end: LogEnd?, _ options: JournalOptions) throws(JournalProblem) -> JournalWriter {
    if let end, end.dead.isEmpty, end.last.number >= options.knownNumber {
      var composer = Composer(after: end, options: options)
      let items = end.isSealed ? try composer.begin("rotate") : []
      let writer = JournalWriter(
        composer: composer, disk: try reopened(end, options), prefix: end.running.prefix, options: options)
      writer.enqueue(items, acknowledged: nil)
      return writer
    }
    let epoch = try freshEpoch(options)
    var composer = Composer(
      newEpoch: epoch, after: end?.last.time ?? 0, clock: end?.last.clock ?? .zero, options: options)
    let items = try composer.begin(
      end == nil ? "first" : "epoch",
      previous: end.map { EpochEnd(epoch: $0.last.epoch, number: $0.last.number, hash: $0.hash) },
      dead: try LogEnd.dead(of: options, besides: end))
    let writer = JournalWriter(composer: composer, disk: Disk(), prefix: nil, options: options)
    writer.enqueue(items, acknowledged: nil)
    return writer
  }

  /// What a process before us wrote may not have reached the medium, so it is synced before anything is built on it.
  private static func reopened(_ end: LogEnd, _ options: JournalOptions) throws(JournalProblem) -> Disk {
    var disk = Disk()
    do throws(SystemFailure) {
      var file = try SegmentFile.reopen(end.name, in: options.directory, size: end.size, options.fileSystem)
      do throws(SystemFailure) {
        try file.sync()
        disk.file = file
      } catch {
        file.close()
        disk.dead = [DeadBytes(file: end.name.fileName, from: 0)]
        disk.waiting = try end.lines(in: options.directory, options.fileSystem)
        guard disk.waiting.last?.line.hash == end.hash else { throw error }
        disk.failure = .system(error)
      }
    } catch {
      throw .system(error)
    }
    return disk
  }

  private static func freshEpoch(_ options: JournalOptions) throws(JournalProblem) -> String {
    do throws(SystemFailure) {
      let taken = Set(
        try options.fileSystem.list(options.directory).compactMap { SegmentName(fileName: $0.name)?.epoch })
      for _ in 0..<10_000 {
        let epoch = Hexadecimal.text(options.random() & 0xFFFF, digits: 4)
        if !taken.contains(epoch) { return epoch }
      }
    } catch {
      throw .system(error)
    }
    throw .noSegmentName(options.directory)
  }

  /// The epoch being written.
  package var epoch: String { front.withLock { $0.composer.epoch } }

  /// The number of the last line composed.
  package var lastNumber: UInt64 { front.withLock { $0.composer.lastNumber } }

  /// Goes on in a new epoch, because the one being written was written by somebody else, too.
  package func beginEpoch() throws(JournalProblem) {
    let epoch = try Self.freshEpoch(options)
    var hasBegun = false
    while !hasBegun {
      try flush()
      hasBegun = try front.withLock { (front) throws(JournalProblem) in
        guard !front.isClosed else { throw .closed }
        // A line of the old epoch that is not safe yet could not be written again in a file of the new one.
        guard front.waiting == 0 else { return false }
        Self.enqueue(try front.composer.beginEpoch(epoch), acknowledged: nil, in: &front)
        return true
      }
    }
    try flush()
  }

  /// How far the file in use is known to be on the medium; other files of the log are finished.
  package var syncedEnd: (name: SegmentName, bytes: Int)? {
    disk.withLock { disk in disk.file.map { ($0.name, $0.synced) } }
  }

  /// Takes notice of a clock value seen in another device's log.
  package func observe(_ clock: HybridClock) { front.withLock { $0.composer.observe(clock) } }

  /// What may be said about the answers so far.
  package var state: SaveState {
    front.withLock { front in
      if let failure = front.failure, front.waiting > 0 { return .unsaved(front.waiting, failure) }
      return front.waiting == 0 ? .saved : .saving(front.waiting)
    }
  }

  /// Composes lines and hands them to the writing thread.
  @discardableResult
  package func append(_ drafts: [LineDraft], acknowledged: Acknowledge?) throws(JournalProblem) -> [WrittenLine] {
    let lines = try enqueue(drafts, acknowledged: acknowledged)
    schedule()
    return lines
  }

  /// Composes lines and leaves them to the next ``schedule()`` or ``flush()``: so that many go out together.
  @discardableResult
  package func enqueue(_ drafts: [LineDraft], acknowledged: Acknowledge?) throws(JournalProblem) -> [WrittenLine] {
    try compose(drafts, acknowledged: acknowledged)
  }

  /// Has the writing thread bring to the medium what is queued, or in memory only since a failure.
  package func schedule() {
    thread.async { [self] in
      commit()
      prefix?.hash()
    }
  }

  /// Composes lines and returns when they are on the medium.
  /// - Throws: the reason when they are not. They stay in memory then, and go out with the next successful try.
  @discardableResult
  package func appendAndWait(_ drafts: [LineDraft]) throws(JournalProblem) -> [WrittenLine] {
    let lines = try compose(drafts, acknowledged: nil)
    try flush()
    return lines
  }

  /// Returns when everything asked for so far is on the medium.
  package func flush() throws(JournalProblem) {
    commit()
    if let failure = disk.withLock({ $0.failure }) { throw failure }
  }

  /// Writes what is left and closes the file. Later appends are refused.
  package func close() throws(JournalProblem) {
    front.withLock { $0.isClosed = true }
    commit()
    let failure = disk.withLock { disk in
      disk.file?.close()
      disk.file = nil
      disk.isClosed = true
      return disk.waiting.isEmpty ? nil : disk.failure
    }
    if let failure { throw failure }
  }

  private func compose(
    _ drafts: [LineDraft], acknowledged: Acknowledge?
  ) throws(JournalProblem) -> [WrittenLine] {
    try front.withLock { (front) throws(JournalProblem) in
      guard !front.isClosed else { throw .closed }
      let (items, lines) = try front.composer.compose(drafts)
      Self.enqueue(items, acknowledged: acknowledged, in: &front)
      return lines
    }
  }

  private func enqueue(_ items: [Composer.Item], acknowledged: Acknowledge?) {
    front.withLock { Self.enqueue(items, acknowledged: acknowledged, in: &$0) }
  }

  private static func enqueue(_ items: [Composer.Item], acknowledged: Acknowledge?, in front: inout Front) {
    for (place, item) in items.enumerated() {
      switch item {
      case .segment(let name): front.queue.append(.segment(name))
      case .line(let line):
        let callback = place == items.count - 1 ? acknowledged : nil
        front.queue.append(.line(Disk.Waiting(line: line, acknowledged: callback)))
        front.waiting += 1
      }
    }
  }
}

// MARK: - The writing side

extension JournalWriter {
  /// Brings everything queued to the medium. Whoever calls, one caller at a time does the work.
  private func commit() {
    disk.withLock { disk in
      guard !disk.isClosed else { return }
      let entries = take()
      let before = disk.waiting.count
      if entries.isEmpty, disk.waiting.isEmpty { return }
      if before == 0 { options.observer(.saving(entries.count)) }
      do throws(SystemFailure) {
        // After a failure everything goes into a new segment, in one piece.
        guard disk.failure == nil else { return recover(&disk, entries) }
        try write(entries, &disk)
        disk.failure = nil
      } catch {
        disk.failure = .system(error)
        recover(&disk, [])
      }
      report(disk)
    }
  }

  private func take() -> [Entry] {
    front.withLock { front in
      defer { front.queue.removeAll(keepingCapacity: true) }
      return front.queue
    }
  }

  /// Appends entries to the open file, in as few writes as there are files, and syncs.
  private func write(_ entries: [Entry], _ disk: inout Disk) throws(SystemFailure) {
    // All of them wait from now on, so that none is forgotten if a call below fails.
    let first = disk.waiting.count
    var next = first
    for case .line(let waiting) in entries { disk.waiting.append(waiting) }
    var bytes: [UInt8] = []
    for entry in entries {
      switch entry {
      case .line(let waiting):
        bytes += waiting.line.bytes
        next += 1
      case .segment(let name):
        if let done = try finish(bytes, upTo: next, &disk) { next -= done }
        bytes.removeAll(keepingCapacity: true)
        disk.file?.close()
        disk.file = nil
        disk.file = try SegmentFile.create(name, in: options.directory, options.fileSystem)
      }
    }
    _ = try finish(bytes, upTo: next, &disk)
  }

  /// Writes, syncs and acknowledges; tells how many lines left the waiting list.
  private func finish(_ bytes: [UInt8], upTo count: Int, _ disk: inout Disk) throws(SystemFailure) -> Int? {
    guard !bytes.isEmpty else { return nil }
    guard var file = disk.file else { throw SystemFailure(.write, code: SystemFailure.noProgress, path: "") }
    do throws(SystemFailure) {
      try file.append(bytes)
      try file.sync()
      disk.file = file
    } catch {
      disk.file = file
      throw error
    }
    acknowledge(count, &disk)
    return count
  }

  private func acknowledge(_ count: Int, _ disk: inout Disk) {
    let done = disk.waiting.prefix(count)
    front.withLock { $0.waiting -= done.count }
    for waiting in done {
      waiting.acknowledged?(
        .success(Acknowledgement(epoch: waiting.line.frame.epoch, number: waiting.line.frame.number)))
    }
    disk.waiting.removeFirst(count)
  }

  /// The file in use is finished. Everything not known to be safe is appended, same numbers and same bytes, to a new
  /// segment; then its head. When that fails too, the lines stay in memory and the next commit tries again.
  private func recover(_ disk: inout Disk, _ entries: [Entry]) {
    for case .line(let waiting) in entries { disk.waiting.append(waiting) }
    if let file = disk.file {
      if file.isEmpty, case .system(let failure)? = disk.failure, failure.isFull {
        // Nothing of it was ever acknowledged, and on a full medium every try would leave one more.
        file.discard()
      } else {
        disk.dead.append(DeadBytes(file: file.name.fileName, from: file.synced))
        file.close()
      }
      disk.file = nil
    }
    do throws(JournalProblem) {
      try writeAgain(&disk)
      disk.failure = nil
      disk.dead = []
    } catch {
      disk.failure = error
      for waiting in disk.waiting { waiting.acknowledged?(.failure(error)) }
    }
    report(disk)
  }

  private func writeAgain(_ disk: inout Disk) throws(JournalProblem) {
    var file = try createNext()
    var head = try composeHead(of: file, &disk)
    while head == nil {
      // A segment was begun by an append in the meantime, so this number is no longer the next one.
      file.discard()
      file = try createNext()
      head = try composeHead(of: file, &disk)
    }
    if let head { disk.waiting.append(Disk.Waiting(line: head, acknowledged: nil)) }
    do throws(SystemFailure) {
      try file.append(disk.waiting.flatMap(\.line.bytes))
      try file.sync()
    } catch {
      // On a full medium the failed try would eat the room that the next one needs.
      if error.isFull { file.discard() } else { file.close() }
      if !error.isFull { disk.dead.append(DeadBytes(file: file.name.fileName, from: 0)) }
      throw .system(error)
    }
    disk.file = file
    acknowledge(disk.waiting.count, &disk)
  }

  /// Whatever was composed meanwhile was meant for a file that will not be written: it comes along, before the head.
  private func composeHead(of file: SegmentFile, _ disk: inout Disk) throws(JournalProblem) -> WrittenLine? {
    let (dead, waiting, segment) = (disk.dead, disk.waiting, file.name.segment)
    let result = try front.withLock { (front) throws(JournalProblem) -> (head: WrittenLine, along: [Disk.Waiting])? in
      guard front.composer.segment < segment else { return nil }
      var along: [Disk.Waiting] = []
      for case .line(let line) in front.queue { along.append(line) }
      let head = try front.composer.beginAgain(
        segment: segment, dead: dead, resent: waiting.map(\.line) + along.map(\.line))
      front.queue.removeAll(keepingCapacity: true)
      front.waiting += 1
      return (head, along)
    }
    guard let result else { return nil }
    disk.waiting += result.along
    return result.head
  }

  private func createNext() throws(JournalProblem) -> SegmentFile {
    let (epoch, last) = front.withLock { ($0.composer.epoch, $0.composer.segment) }
    for segment in last + 1..<last + 1000 {
      do throws(SystemFailure) {
        return try SegmentFile.create(
          SegmentName(epoch: epoch, segment: segment), in: options.directory, options.fileSystem)
      } catch {
        guard error.exists else { throw .system(error) }
      }
    }
    throw .noSegmentName(options.directory)
  }

  private func report(_ disk: borrowing Disk) {
    let failure = disk.failure
    front.withLock { $0.failure = failure }
    options.observer(state)
  }
}
