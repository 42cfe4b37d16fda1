internal import Dispatch
internal import Journal
internal import Synchronization

/// The steps of opening a store: lock, identity, logs, writer.
struct StoreOpening {
  /// What opening gives.
  struct Opened {
    var projection = Projection()
    var identity: DeviceIdentity
    /// What `device.json` says.
    var stored: DeviceIdentity?
    var writer: JournalWriter?
    var lock: FileLock?
    var notices: [StoreNotice] = []
    /// The segments below `data/` that were read, by device.
    var covers: [String: [SegmentName: SegmentCover]] = [:]
  }

  let path: String
  let options: StoreOptions
  private var system: FileSystem { options.fileSystem }

  init(path: String, options: StoreOptions) {
    self.path = path
    self.options = options
  }

  /// Opens. Whatever keeps us from writing leaves a store that can be read.
  func open() throws(StoreProblem) -> Opened {
    var notices: [StoreNotice] = []
    let lock = options.writes ? takeLock(&notices) : nil
    let stored = try DeviceIdentity.read(identityPath, system)
    let identity = identity(stored, writing: lock != nil, &notices)
    var opened = Opened(identity: identity, stored: stored, lock: lock, notices: notices)
    opened.projection = try Self.load(path, system, options.seal, covers: &opened.covers)
    for fork in opened.projection.snapshot.forks.sorted(by: { ($0.device, $0.epoch) < ($1.device, $1.epoch) }) {
      opened.notices.append(.fork(fork))
    }
    guard lock != nil else { return opened }
    do throws(StoreProblem) { try openWriter(&opened) } catch {
      guard error.isMediumFailure else { throw error }
      opened.notices.append(.cannotWrite(error))
      opened.writer = nil
    }
    return opened
  }

  private func takeLock(_ notices: inout [StoreNotice]) -> FileLock? {
    do throws(SystemFailure) { try system.makeDirectories(path) } catch {
      notices.append(.cannotWrite(.system(error)))
      return nil
    }
    do throws(JournalProblem) { return try FileLock(path + "/lock", system) } catch {
      notices.append(error == .locked ? .locked : .cannotWrite(.journal(error)))
      return nil
    }
  }

  private var identityPath: String { path + "/device.json" }

  private func identity(
    _ stored: DeviceIdentity?, writing: Bool, _ notices: inout [StoreNotice]
  ) -> DeviceIdentity {
    let machine = DeviceIdentity.machineHash(options.machineID)
    guard var identity = stored else {
      return DeviceIdentity(
        device: DeviceIdentity.newDevice(options.random), name: options.deviceName ?? "", machine: machine, epoch: "")
    }
    guard writing else { return identity }
    if let name = options.deviceName { identity.name = name }
    if !machine.isEmpty, !identity.machine.isEmpty, identity.machine != machine {
      // A copied folder: going on under the old name would write two different lines with one number.
      notices.append(.copiedFromAnotherMachine(old: identity.device))
      identity.device = DeviceIdentity.newDevice(options.random)
      identity.epoch = ""
    }
    identity.machine = machine.isEmpty ? identity.machine : machine
    return identity
  }

  private func openWriter(_ opened: inout Opened) throws(StoreProblem) {
    let device = opened.identity.device
    let epoch = opened.identity.epoch
    // The name is safe before its log begins, so that a log never lies there without an owner.
    if opened.identity != opened.stored { try opened.identity.write(identityPath, system) }
    opened.stored = opened.identity
    var journal = JournalOptions(
      directory: path + "/data/" + device, device: device, epoch: epoch.isEmpty ? nil : epoch,
      application: options.application, deviceName: opened.identity.name, now: options.now, random: options.random,
      fileSystem: system, observer: options.observer)
    journal.segmentBytes = options.segmentBytes
    journal.seal = options.seal
    journal.observed = opened.projection.clock
    journal.knownNumber = opened.projection.snapshot.devices[device]?.numbers[epoch] ?? 0
    journal.read = opened.covers[device] ?? [:]
    // A forked epoch is over: going on with it would make the branches longer.
    if opened.projection.snapshot.forks.contains(where: { $0.device == device && $0.epoch == epoch }) {
      journal.knownNumber = .max
    }
    do throws(JournalProblem) { opened.writer = try JournalWriter.open(journal) } catch { throw .journal(error) }
    guard let writer = opened.writer else { return }
    if !epoch.isEmpty, writer.epoch != epoch { opened.notices.append(.newEpoch(previous: epoch)) }
    opened.identity.epoch = writer.epoch
    opened.projection.introduce(opened.identity, application: options.application)
    if opened.identity != opened.stored { try opened.identity.write(identityPath, system) }
  }

  /// Folds all logs of a store.
  static func load(
    _ path: String, _ system: FileSystem, _ seal: (any Seal)?, covers: inout [String: [SegmentName: SegmentCover]]
  ) throws(StoreProblem) -> Projection {
    let files: [LogFile]
    do throws(SystemFailure) {
      files = try LogFile.all(below: path, "data", system) + LogFile.all(below: path, "peers", system)
    } catch {
      throw .system(error)
    }
    var projection = Projection()
    for (file, parsed) in zip(files, parse(files, into: &projection, system, seal)) {
      if file.label.hasPrefix("data/"), let name = SegmentName(fileName: file.name) {
        covers[file.device, default: [:]][name] = parsed.cover
      }
      projection.take(parsed.damaged)
      projection.take(parsed.events)
    }
    try ReceivedLines.load(path, into: &projection, system, seal)
    return projection
  }

  /// Reads files on all processors.
  static func parse(
    _ files: [LogFile], into projection: inout Projection, _ system: FileSystem, _ seal: (any Seal)? = nil
  ) -> [LogParser.Parsed] {
    var origins: [String: Origin] = [:]
    for file in files {
      guard let name = SegmentName(fileName: file.name) else { continue }
      origins[file.device + "/" + name.epoch] = projection.origin(file.device, name.epoch)
    }
    let shared = origins
    @Sendable func one(_ file: LogFile) -> LogParser.Parsed {
      do throws(SystemFailure) {
        let content = try system.contents(of: file.path)
        return LogParser.parse(content, of: file, seal: seal) { device, epoch in
          shared[device + "/" + epoch] ?? Origin(device: device, epoch: epoch)
        }
      } catch {
        return LogParser.Parsed(events: [], damaged: [Damage(file: file.label, line: 0, kind: .unreadable)])
      }
    }
    guard files.count > 1 else { return files.map(one) }
    let results = Mutex([LogParser.Parsed?](repeating: nil, count: files.count))
    DispatchQueue.concurrentPerform(iterations: files.count) { index in
      let parsed = one(files[index])
      results.withLock { $0[index] = parsed }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
