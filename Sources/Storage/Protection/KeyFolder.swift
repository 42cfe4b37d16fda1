internal import JSON
internal import Journal

/// The files of `keys/` that protection needs. What travels is named by its content, so that folders of several devices
/// are joined by copying what is not there.
struct KeyFolder: Sendable {
  /// `keys/` in a store.
  let path: String
  let system: FileSystem

  private var lockPath: String { path + "/lock.json" }
  private var wraps: String { path + "/wraps" }
  private var laptops: String { path + "/laptops" }

  /// Whether the store is protected.
  var isOn: Bool { system.isPresent(lockPath) }

  /// The lock of this laptop; nil when the store is not protected.
  func lock() throws(ProtectionProblem) -> LaptopLock? {
    let bytes: [UInt8]
    do throws(SystemFailure) { bytes = try system.contents(of: lockPath) } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
    guard let lock = LaptopLock(bytes) else { throw .keyFile(lockPath) }
    return lock
  }

  func write(_ lock: LaptopLock) throws(ProtectionProblem) {
    do throws(SystemFailure) {
      try system.makeDirectories(path)
      try system.replace(lockPath, with: lock.bytes)
    } catch {
      throw .system(error)
    }
  }

  /// The wrapped keys that are there; a file that is none is passed over.
  func wrapped() -> [TeamWrap] { contents(of: wraps).compactMap { TeamWrap($0) } }

  /// The laptops that announced their keys.
  func announced() -> [LaptopCard] { contents(of: laptops).compactMap { LaptopCard($0) } }

  func add(_ wrap: TeamWrap) throws(ProtectionProblem) { try put(wrap.bytes, into: wraps) }

  func add(_ card: LaptopCard) throws(ProtectionProblem) { try put(card.bytes, into: laptops) }

  private func put(_ bytes: [UInt8], into directory: String) throws(ProtectionProblem) {
    do throws(SystemFailure) {
      try system.makeDirectories(directory)
      try system.replace(directory + "/" + ContentHash(of: bytes).hex.prefix(32) + ".json", with: bytes)
    } catch {
      throw .system(error)
    }
  }

  private func contents(of directory: String) -> [[UInt8]] {
    ((try? system.list(directory)) ?? []).filter { $0.name.hasSuffix(".json") }
      .compactMap { try? system.contents(of: directory + "/" + $0.name) }
  }
}
