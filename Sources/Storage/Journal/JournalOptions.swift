/// What a writer is given: its place, its names, and everything that comes from the surroundings.
package struct JournalOptions: Sendable {
  /// Directory of this device's log; made when it is not there.
  package var directory: String
  /// Device that writes.
  package var device: String
  /// Epoch to go on with; nil begins a new one.
  package var epoch: String?
  /// Name and version of the program, for heads.
  package var application: String
  /// Name people gave the device, for heads.
  package var deviceName: String
  /// A segment is sealed before it would grow over so many bytes.
  package var segmentBytes = 4 << 20
  /// A segment is sealed when its head is older than this, in milliseconds.
  package var segmentAge: Int64 = 30 * 86_400_000
  /// A wall clock that goes back by more than this is recorded, in milliseconds.
  package var clockTolerance: Int64 = 300_000
  /// The latest clock value seen anywhere.
  package var observed = HybridClock.zero
  /// The greatest number of our own epoch seen anywhere: when the log is behind it, a tail is missing.
  package var knownNumber: UInt64 = 0
  /// What is known of segments of the log because they have just been read.
  package var read: [SegmentName: SegmentCover] = [:]
  /// Wall clock, milliseconds since 1970 UTC.
  package var now: @Sendable () -> Int64
  /// Randomness, for epochs.
  package var random: @Sendable () -> UInt64
  /// What seals payloads; nil writes them as they are.
  package var seal: (any Seal)?
  /// System calls.
  package var fileSystem: FileSystem
  /// Told whenever the state changes; called on the thread that writes.
  package var observer: @Sendable (SaveState) -> Void

  /// Options with the usual limits.
  package init(
    directory: String, device: String, epoch: String?, application: String, deviceName: String,
    now: @escaping @Sendable () -> Int64, random: @escaping @Sendable () -> UInt64, fileSystem: FileSystem = .live,
    observer: @escaping @Sendable (SaveState) -> Void = { _ in }
  ) {
    self.directory = directory
    self.device = device
    self.epoch = epoch
    self.application = application
    self.deviceName = deviceName
    self.now = now
    self.random = random
    self.fileSystem = fileSystem
    self.observer = observer
  }
}
