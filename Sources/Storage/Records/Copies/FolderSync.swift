internal import JSON
internal import Journal
internal import Media
internal import Synchronization

/// Sync through a folder that several devices see in turn or at once: a stick, a shared folder, a synchronised one.
///
/// Each device has a place of its own, laid out like a store, and writes nowhere else; it reads everybody's. So nobody
/// overwrites anybody, and the state is the union, whatever is copied when and how often.
package struct FolderSync {
  /// Name of the directory in the folder.
  package static let folderName = "khaosat"

  let store: Store
  private let folder: String
  let shared: String
  let own: String
  let system: FileSystem
  let progress: (SyncProgress) -> Void
  var report = SyncReport()
  var step = SyncProgress(done: 0, total: 0)

  /// Prepares a sync of a store with a folder.
  package init(_ store: Store, with folder: String, progress: @escaping (SyncProgress) -> Void = { _ in }) {
    self.store = store
    self.folder = FileSystem.withoutSlash(folder)
    shared = self.folder + "/" + Self.folderName
    own = shared + "/" + store.identity.device
    // What lies there was put there by somebody else.
    system = store.options.fileSystem.confined(to: folder)
    self.progress = progress
  }

  /// Sends what is ours, takes what is others', small data first, and notes in the journal that it was done. A folder that
  /// cannot be written is read all the same.
  package consuming func run() throws(StoreProblem) -> SyncReport {
    let writer = try store.writing()
    guard !FileSystem.isInside(folder, store.path) else { throw .insideStore(folder) }
    try store.flush()
    let synced = writer.syncedEnd
    try prepare()
    let strangers = store.options.fileSystem.strangers(below: shared, depth: 4)
    report.damaged += strangers.map { Damage(file: $0, line: 0, kind: .special) }
    let others = try places()
    let incoming = logs(of: others)
    let outgoing = try ownLogs(relaying: others)
    step.total = incoming.count + outgoing.count
    report.devices = others.filter { $0 != store.identity.device }
    let records = store.snapshot.records.count
    let keys = TravellingKeys(system: system)
    for place in others { report.keysReceived += keys.copy(from: shared + "/" + place, to: store.path) }
    // Taking comes first: if somebody else wrote under our name, their branch is safe before ours is sent.
    try receive(incoming)
    try store.openWithNewKeys()
    try sending { (sync) throws(StoreProblem) in
      sync.report.keysSent += keys.copy(from: sync.store.path, to: sync.own)
      for file in outgoing { try sync.send(file, upTo: synced) }
    }
    for place in others { try receiveForms(shared + "/" + place) }
    try sending { (sync) throws(StoreProblem) in try sync.sendForms() }
    for place in others { try receiveMedia(shared + "/" + place) }
    try sending { (sync) throws(StoreProblem) in try sync.sendMedia() }
    report.recordsReceived = store.snapshot.records.count - records
    report.conflicts = store.snapshot.records.values.filter { !$0.conflicts.isEmpty }.map(\.id).sorted()
    // What was not sent is no copy of anything.
    guard report.unsent == nil else { return report }
    try store.appendAndWait([
      .export(batch: "sync", to: shared, formats: ["journal"], lines: [])
    ])
    return report
  }

  /// Makes our place in the folder.
  private mutating func prepare() throws(StoreProblem) {
    try sending { (sync) throws(StoreProblem) in
      do throws(SystemFailure) {
        try sync.system.makeDirectories(sync.own)
        guard try sync.system.nature(sync.own) == .directory else {
          throw SystemFailure(.open, code: SystemFailure.notPlain, path: sync.own)
        }
      } catch {
        throw .system(error)
      }
    }
  }

  /// Writes into the folder, as long as that can be written.
  private mutating func sending(
    _ work: (inout FolderSync) throws(StoreProblem) -> Void
  ) throws(StoreProblem) {
    guard report.unsent == nil else { return }
    do throws(StoreProblem) { try work(&self) } catch {
      guard let failure = error.systemFailure, failure.isReadOnly, failure.path.hasPrefix(folder) else { throw error }
      report.unsent = failure
    }
  }

  private func places() throws(StoreProblem) -> [String] {
    do throws(SystemFailure) {
      return try system.list(shared).filter { $0.isDirectory && SegmentName.isName($0.name) }.map(\.name)
    } catch {
      if report.unsent != nil, error.isMissing { return [] }
      throw .system(error)
    }
  }

  /// The logs of every place. What cannot be read of the folder is reported, and the rest goes on.
  private mutating func logs(of places: [String]) -> [LogFile] {
    var files: [LogFile] = []
    for place in places {
      for area in LogFile.areas {
        do throws(SystemFailure) { files += try LogFile.all(below: shared + "/" + place, area, system) } catch {
          report.damaged.append(Damage(file: place + "/" + area, line: 0, kind: .unreadable))
        }
      }
    }
    return files
  }

  /// Our own logs, and those of peers who have no place in the folder: so a stick that passes from hand to hand, or a
  /// laptop that broke, loses nothing. Lines brought back go along always: they are missing in the log itself.
  private func ownLogs(relaying others: [String]) throws(StoreProblem) -> [LogFile] {
    do throws(SystemFailure) {
      let peers = try LogFile.all(below: store.path, "peers", system).filter { file in
        !others.contains(file.device) || SegmentName(fileName: file.name)?.isRescued == true
      }
      return try LogFile.all(below: store.path, "data", system) + peers
    } catch {
      throw .system(error)
    }
  }

  mutating func advance() {
    step.done += 1
    progress(step)
  }
}
