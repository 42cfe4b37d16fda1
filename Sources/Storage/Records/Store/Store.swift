package import Journal
package import Media
internal import Synchronization

/// A folder with the logs of this device and of its peers, attachments and form definitions, and the state folded from
/// them. One process writes; others read.
package final class Store: Sendable {
  /// Called when events are on the medium, or when a try failed: then again after a later try. It may append, but must
  /// not wait for the medium.
  package typealias Acknowledge = @Sendable (Result<Acknowledgement, StoreProblem>) -> Void

  struct State {
    var projection: Projection
    var identity: DeviceIdentity
  }

  /// The folder.
  package let path: String
  /// Attachments and frozen submissions.
  package let media: MediaStore
  /// Form definitions as they were used.
  package let forms: FormArchive
  /// What the surveyor should know about how it was opened.
  package let notices: [StoreNotice]
  let options: StoreOptions
  let state: Mutex<State>
  private let writer: JournalWriter?
  private let lock: FileLock?

  /// Whether nothing can be written: another process writes, or the medium cannot be written, or it was asked so.
  package var isReadOnly: Bool { writer == nil }
  /// This machine.
  package var identity: DeviceIdentity { state.withLock { $0.identity } }
  /// What may be said about the answers so far.
  package var saveState: SaveState { writer?.state ?? .saved }
  /// Everything known now.
  package var snapshot: Snapshot { state.withLock { $0.projection.snapshot } }

  private init(path: String, options: StoreOptions, opened: StoreOpening.Opened) {
    self.path = path
    self.options = options
    media = MediaStore(directory: path + "/media", fileSystem: options.fileSystem, seal: options.seal)
    forms = FormArchive(directory: path + "/forms", fileSystem: options.fileSystem)
    notices = opened.notices
    state = Mutex(State(projection: opened.projection, identity: opened.identity))
    writer = opened.writer
    lock = opened.lock
  }

  /// Opens a store, and makes it when it is not there and is to be written.
  package static func open(at path: String, options: StoreOptions) throws(StoreProblem) -> Store {
    Store(path: path, options: options, opened: try StoreOpening(path: path, options: options).open())
  }

  /// Writes what is left, closes the log and gives the lock back. Later appends are refused.
  /// - Throws: when lines could not be written; they are lost with this process, and the surveyor must be told.
  package func close() throws(StoreProblem) {
    defer { lock?.release() }
    do throws(JournalProblem) { try writer?.close() } catch { throw .journal(error) }
    if writer != nil { keepCache() }
  }

  /// Leaves a cache when much of the logs is not covered by one. What was appended is read back for it, so that it says
  /// what lies on the medium and nothing else.
  private func keepCache() {
    state.withLock { state in
      let system = options.fileSystem
      let written = StoreOpening.uncoveredBytes(path, state.projection, system)
      guard written >= options.cacheBytes else { return }
      do throws(StoreProblem) {
        try StoreOpening.readLogs(path, into: &state.projection, system, options.seal)
        StateCache(root: path, system, options.seal).write(state.projection)
      } catch {
        // Then there is no new cache, and the next opening reads more.
      }
    }
  }

  /// Has the writing thread try once more to write what is in memory only.
  package func retry() { writer?.schedule() }

  /// Appends events; the snapshot has them when this returns, the medium when `acknowledged` is called.
  /// - Parameter isGroup: whether they count only all together: a list that is imported, a plan.
  @discardableResult
  package func append(
    _ drafts: [EventDraft], isGroup: Bool = false, acknowledged: @escaping Acknowledge
  ) throws(StoreProblem) -> [Event] {
    let writer = try writing()
    let events = try enqueue(drafts, isGroup: isGroup, writer) { result in
      acknowledged(result.mapError { .journal($0) })
    }
    writer.schedule()
    return events
  }

  /// Appends events and returns when they are on the medium.
  /// - Throws: the reason when they are not. They stay in memory then, and go out with the next successful try.
  @discardableResult
  package func appendAndWait(_ drafts: [EventDraft], isGroup: Bool = false) throws(StoreProblem) -> [Event] {
    let writer = try writing()
    let events = try enqueue(drafts, isGroup: isGroup, writer, nil)
    do throws(JournalProblem) { try writer.flush() } catch { throw .journal(error) }
    return events
  }

  /// Returns when everything appended so far is on the medium.
  package func flush() throws(StoreProblem) {
    do throws(JournalProblem) { try writer?.flush() } catch { throw .journal(error) }
  }

  func writing() throws(StoreProblem) -> JournalWriter {
    guard let writer else { throw .readOnly }
    return writer
  }

  /// Takes notice of other devices' clocks, so that what is written from now on comes after what was read.
  func observeClock() {
    let clock = state.withLock { $0.projection.clock }
    writer?.observe(clock)
  }

  private func enqueue(
    _ drafts: [EventDraft], isGroup: Bool, _ writer: JournalWriter, _ acknowledged: JournalWriter.Acknowledge?
  ) throws(StoreProblem) -> [Event] {
    let group = isGroup && drafts.count > 1 ? Hexadecimal.text(options.random() & 0xFFFF_FFFF, digits: 8) : nil
    return try state.withLock { (state) throws(StoreProblem) in
      // Refused is refused whole: nothing is written before everything is known to be allowed.
      for draft in drafts {
        guard let record = draft.record, let known = state.projection.snapshot.records[record], known.hasLockedLines
        else { continue }
        // A word about what can be read replaces nothing.
        if draft.kind != .review || known.isLocked { throw .lockedRecord(record) }
      }
      var events: [Event] = []
      for (place, draft) in drafts.enumerated() {
        let isLast = place == drafts.count - 1
        var line = state.projection.line(for: draft)
        if let group { line.group = isLast ? "\(group):\(drafts.count)" : group }
        let written: [WrittenLine]
        do throws(JournalProblem) {
          written = try writer.enqueue([line], acknowledged: isLast ? acknowledged : nil)
        } catch {
          throw .journal(error)
        }
        for writtenLine in written { events.append(state.projection.take(writtenLine, draft: line)) }
      }
      return events
    }
  }
}
