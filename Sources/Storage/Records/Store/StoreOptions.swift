package import Journal

/// What a store is given: what is wanted of it and everything that comes from the surroundings.
package struct StoreOptions: Sendable {
  /// Whether lines will be written. When another process writes already the store opens for reading only.
  package var writes: Bool
  /// Name of the machine when it gets its identity; nil keeps the one it has.
  package var deviceName: String?
  /// The machine's own id (`/etc/machine-id`); empty when unknown.
  package var machineID: String
  /// Name and version of the program.
  package var application: String
  /// Wall clock, milliseconds since 1970 UTC.
  package var now: @Sendable () -> Int64
  /// Randomness.
  package var random: @Sendable () -> UInt64
  /// What seals payloads and attachments; nil leaves them as they are.
  package var seal: (any Seal)?
  /// System calls.
  package var fileSystem: FileSystem
  /// Told whenever what may be said about the answers changes; called on the thread that writes.
  package var observer: @Sendable (SaveState) -> Void
  /// A segment is sealed before it would grow over so many bytes.
  package var segmentBytes: Int
  /// A cache is written when so many bytes of the logs are not covered by one.
  package var cacheBytes = 512 << 10

  /// Options with the usual limits.
  package init(
    writes: Bool = true, deviceName: String? = nil, machineID: String = "", application: String = "khaosat",
    now: @escaping @Sendable () -> Int64, random: @escaping @Sendable () -> UInt64, fileSystem: FileSystem = .live,
    segmentBytes: Int = 4 << 20, observer: @escaping @Sendable (SaveState) -> Void = { _ in }
  ) {
    self.writes = writes
    self.deviceName = deviceName
    self.machineID = machineID
    self.application = application
    self.now = now
    self.random = random
    self.fileSystem = fileSystem
    self.segmentBytes = segmentBytes
    self.observer = observer
  }
}
