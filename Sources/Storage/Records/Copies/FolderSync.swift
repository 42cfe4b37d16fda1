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

  private let store: Store
  private let shared: String
  private let own: String
  private let system: FileSystem
  private let progress: (SyncProgress) -> Void
  private var report = SyncReport()
  private var step = SyncProgress(done: 0, total: 0)

  /// Prepares a sync of a store with a folder.
  package init(_ store: Store, with folder: String, progress: @escaping (SyncProgress) -> Void = { _ in }) {
    self.store = store
    shared = folder + "/" + Self.folderName
    own = shared + "/" + store.identity.device
    system = store.options.fileSystem
    self.progress = progress
  }

  /// Sends what is ours, takes what is others', small data first, and notes in the journal that it was done.
  package consuming func run() throws(StoreProblem) -> SyncReport {
    let writer = try store.writing()
    try store.flush()
    let synced = writer.syncedEnd
    do throws(SystemFailure) { try system.makeDirectories(own) } catch { throw .system(error) }
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
    report.keysSent += keys.copy(from: store.path, to: own)
    for file in outgoing { try send(file, upTo: synced) }
    for place in others { try receiveForms(shared + "/" + place) }
    try sendForms()
    for place in others { try receiveMedia(shared + "/" + place) }
    try sendMedia()
    report.recordsReceived = store.snapshot.records.count - records
    report.conflicts = store.snapshot.records.values.filter { !$0.conflicts.isEmpty }.map(\.id).sorted()
    try store.appendAndWait([
      .export(batch: "sync", to: shared, formats: ["journal"], lines: [])
    ])
    return report
  }

  private func places() throws(StoreProblem) -> [String] {
    do throws(SystemFailure) {
      return try system.list(shared).filter { $0.isDirectory && SegmentName.isName($0.name) }.map(\.name)
    } catch {
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

  private mutating func advance() {
    step.done += 1
    progress(step)
  }
}

// MARK: - Sending

extension FolderSync {
  /// Copies one log file, whole lines that are on our medium only.
  private mutating func send(_ file: LogFile, upTo synced: (name: SegmentName, bytes: Int)?) throws(StoreProblem) {
    defer { advance() }
    do throws(SystemFailure) {
      var content = try system.contents(of: file.path)
      if let synced, file.device == store.identity.device, file.label.hasPrefix("data/"),
        file.name == synced.name.fileName
      {
        content = Array(content.prefix(synced.bytes))
      }
      // A torn end is of no use to anybody, and a head of ours names it.
      content.removeSubrange((content.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0)...)
      if content.isEmpty { return }
      let target = own + "/" + file.label
      let there = try system.contentsIfPresent(of: target)
      if there.starts(with: content) { return }
      if !content.starts(with: there), isWholeLog(there, of: file) {
        // Another branch under our name: it keeps its file, ours goes beside it.
        guard file.label.hasPrefix("data/") else { return }
        return try copy(content, to: own + "/peers/" + file.device + "/" + file.name, there: [])
      }
      try copy(content, to: target, there: there)
    } catch {
      throw .system(error)
    }
  }

  private mutating func copy(_ content: [UInt8], to target: String, there: [UInt8]) throws(SystemFailure) {
    let already = try system.contentsIfPresent(of: target)
    if already == content { return }
    try system.makeDirectories(FileSystem.parent(of: target))
    try system.replace(target, with: content)
    // A stick may take bytes and give others back.
    guard try system.contents(of: target) == content else {
      throw SystemFailure(.write, code: SystemFailure.noProgress, path: target)
    }
    report.filesSent += 1
    report.linesSent += content.count { $0 == 0x0A } - there.count { $0 == 0x0A }
  }

  private func isWholeLog(_ content: [UInt8], of file: LogFile) -> Bool {
    var isWhole = !content.isEmpty
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { if $0.view == nil { isWhole = false } }
    }
    return isWhole
  }

  private mutating func sendForms() throws(StoreProblem) {
    let archive = FormArchive(directory: own + "/forms", fileSystem: system)
    for hash in try store.forms.hashes() where (try? store.forms.files(of: hash)) != nil {
      if try archive.take(hash, from: store.forms) { report.formsSent += 1 }
    }
  }

  private mutating func sendMedia() throws(StoreProblem) {
    let there = MediaStore(directory: own + "/media", fileSystem: system)
    do throws(MediaProblem) {
      let names = Set(try there.names())
      for name in try store.media.names() where !names.contains(name) && store.media.isIntact(name) {
        if try there.take(name, from: store.media) { report.mediaSent += 1 }
      }
    } catch {
      throw .media(error)
    }
  }
}

// MARK: - Receiving

extension FolderSync {
  private mutating func receive(_ files: [LogFile]) throws(StoreProblem) {
    var taken: [LogFile] = []
    var rescued = RescuedLines()
    for file in files {
      do throws(SystemFailure) {
        if let copy = try receive(file, &rescued) { taken.append(copy) }
      } catch {
        // A stick that is pulled out, a folder that is being copied: the rest goes on, and this comes next time.
        guard file.isBelow(shared), error.path.isEmpty || error.path.hasPrefix(shared) else { throw .system(error) }
        report.damaged.append(Damage(file: label(file), line: 0, kind: .unreadable))
      }
      advance()
    }
    report.linesReceived += try store.take(taken)
    store.state.withLock { state in
      rescued.keep { key, line in !state.projection.knows(key.device, key.epoch, line.number, line.hash) }
    }
    let files: [LogFile]
    do throws(SystemFailure) { files = try rescued.write(below: store.path, system) } catch { throw .system(error) }
    report.linesReceived += try store.take(files)
  }

  /// Takes a copy of a log file when it says more than ours; tells the file that is new here.
  private mutating func receive(_ file: LogFile, _ rescued: inout RescuedLines) throws(SystemFailure) -> LogFile? {
    guard let name = SegmentName(fileName: file.name) else { return nil }
    var content = try system.contents(of: file.path)
    let whole = content.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    if whole < content.count { report.damaged.append(Damage(file: label(file), line: 0, kind: .torn)) }
    content.removeSubrange(whole...)
    note(content, of: file)
    let data = store.path + "/data/" + file.device + "/" + file.name
    let ours = try system.contentsIfPresent(of: data)
    if system.isPresent(data) {
      if ours.starts(with: content) { return nil }
      // Under our own name nobody else may write: what is there beyond ours is another branch, or our lost tail. A name
      // this folder had before it came to this machine is another device's by now.
      if file.device == store.identity.device {
        rescued.gather(content, device: file.device, epoch: name.epoch)
        return nil
      }
    }
    let label = "peers/" + file.device + "/" + file.name
    let target = store.path + "/" + label
    let there = try system.contentsIfPresent(of: target)
    if there.starts(with: content) { return nil }
    guard content.starts(with: there) else {
      rescued.gather(content, device: file.device, epoch: name.epoch)
      return nil
    }
    try system.makeDirectories(store.path + "/peers/" + file.device)
    try system.replace(target, with: content)
    return LogFile(label: label, path: target, device: file.device, name: file.name)
  }

  private mutating func note(_ content: [UInt8], of file: LogFile) {
    let label = label(file)
    content.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { line in
        if let kind = line.damage { report.damaged.append(Damage(file: label, line: line.number, kind: kind)) }
      }
    }
  }

  private func label(_ file: LogFile) -> String { folder(file.path) }

  /// A path as it is seen from the folder.
  private func folder(_ path: String) -> String { String(path.dropFirst(shared.count + 1)) }

  private mutating func receiveForms(_ place: String) throws(StoreProblem) {
    let archive = FormArchive(directory: place + "/forms", fileSystem: system)
    var hashes: [ContentHash] = []
    do throws(StoreProblem) { hashes = try archive.hashes() } catch {
      report.damaged.append(Damage(file: folder(place) + "/forms", line: 0, kind: .unreadable))
    }
    for hash in hashes where (try? store.forms.files(of: hash)) == nil {
      // A definition that is half copied comes next time.
      guard (try? archive.files(of: hash)) != nil else { continue }
      if try store.forms.take(hash, from: archive) { report.formsReceived += 1 }
    }
  }

  private mutating func receiveMedia(_ place: String) throws(StoreProblem) {
    let there = MediaStore(directory: place + "/media", fileSystem: system)
    let ours: Set<MediaName>
    do throws(MediaProblem) { ours = Set(try store.media.names()) } catch { throw .media(error) }
    var names: [MediaName] = []
    do throws(MediaProblem) { names = try there.names() } catch {
      report.damaged.append(Damage(file: folder(place) + "/media", line: 0, kind: .unreadable))
    }
    for name in names where !ours.contains(name) {
      do throws(MediaProblem) {
        if try store.media.take(name, from: there) { report.mediaReceived += 1 }
      } catch {
        let isTheirs: Bool =
          switch error {
          case .changed: true
          case .system(let failure): failure.path.hasPrefix(place)
          case .badExtension, .sealed: true
          }
        guard isTheirs else { throw .media(error) }
        report.damaged.append(Damage(file: "media/" + name.fileName, line: 0, kind: .media))
      }
    }
  }
}
