internal import Journal

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
    if options.writes, options.seal == nil, LostLock.isLost(path, system) {
      throw .lockMissing(path + "/" + LostLock.file)
    }
    var notices: [StoreNotice] = []
    let lock = options.writes ? takeLock(&notices) : nil
    let stored = try DeviceIdentity.read(identityPath, system)
    let identity = identity(stored, writing: lock != nil, &notices)
    var opened = Opened(identity: identity, stored: stored, lock: lock, notices: notices)
    opened.projection = try Self.load(path, system, options.seal)
    for fork in opened.projection.snapshot.forks.sorted(by: { ($0.device, $0.epoch) < ($1.device, $1.epoch) }) {
      opened.notices.append(.fork(fork))
    }
    opened.notices += opened.projection.missingTails.map { .missingTail(device: $0.device, lines: $0.lines) }
    guard lock != nil else { return opened }
    do throws(StoreProblem) { try openWriter(&opened) } catch {
      guard error.isMediumFailure else { throw error }
      opened.notices.append(.cannotWrite(error))
      opened.writer = nil
    }
    if opened.writer != nil { keepCache(&opened.projection) }
    return opened
  }

  /// After a long replay the cache is made at once: the process may end without having closed.
  private func keepCache(_ projection: inout Projection) {
    let read = projection.coveredBytes
    guard read - projection.cachedBytes >= options.cacheBytes * Self.longReplay else { return }
    if StateCache(root: path, system, options.seal).write(projection) { projection.cachedBytes = read }
  }

  /// A replay of so many times what a closing store leaves uncovered is long.
  private static let longReplay = 32

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
    journal.knownNumber = max(
      opened.projection.snapshot.devices[device]?.numbers[epoch] ?? 0,
      opened.projection.expected[Origin(device: device, epoch: epoch)] ?? 0)
    for covered in opened.projection.covered.values where covered.file.isBelow(journal.directory) {
      if let name = SegmentName(fileName: covered.file.name) { journal.read[name] = covered.cover }
    }
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

  /// Folds all logs of a store: what is new since the cache, or everything.
  static func load(
    _ path: String, _ system: FileSystem, _ seal: (any Seal)?
  ) throws(StoreProblem) -> Projection {
    let found = StateCache(root: path, system, seal).load()
    var projection = found.projection ?? Projection(lines: LogLines(system, seal))
    projection.expected = found.expected
    // What the logs do not bear out is thrown away by whoever writes the next one; nobody reads it until then.
    projection.cachedBytes = projection.coveredBytes
    try readLogs(path, into: &projection, system, seal)
    return projection
  }

  /// Folds what was not read yet.
  static func readLogs(
    _ path: String, into projection: inout Projection, _ system: FileSystem, _ seal: (any Seal)?
  ) throws(StoreProblem) {
    let files: [LogFile]
    do throws(SystemFailure) {
      files = try LogFile.all(of: path, system)
    } catch {
      throw .system(error)
    }
    projection.replay(files, system, seal)
    try ReceivedLines.load(path, into: &projection, system, seal)
    projection.settleAltered()
  }
}

extension StoreOpening {
  /// Bytes of the logs that no cache speaks of.
  static func uncoveredBytes(_ path: String, _ projection: Projection, _ system: FileSystem) -> Int {
    var bytes = 0
    for area in LogFile.areas {
      for file in (try? LogFile.all(below: path, area, system)) ?? [] {
        bytes += (try? system.status(file.path))?.size ?? 0
      }
    }
    return bytes - projection.cachedBytes
  }
}
