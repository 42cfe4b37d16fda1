import Journal
import Protection
import Synchronization
import TestSupport
import Testing

@testable import Records

/// The cache of a store whose payloads are sealed: it helps who holds the key, and tells nobody else anything.
@Suite struct ProtectedCacheTests {
  private let laptop = Laptop("Máy 1", seed: 41)
  private let secret = "Nguyễn Thị Bí Mật"

  private func protect(_ laptop: Laptop) throws -> KeyRing {
    try StoreProtection(store: laptop.path).turnOn(
      passphrase: "mật khẩu dài", device: laptop.name, name: laptop.name, rounds: 16)
  }

  private func open(_ laptop: Laptop, _ seal: KeyRing, writes: Bool = true) throws -> Store {
    var options = laptop.options(writes: writes)
    options.seal = seal
    options.cacheBytes = 1
    return try Store.open(at: laptop.path, options: options)
  }

  private func cachedBytes(_ store: Store) -> Int { store.state.withLock { $0.projection.cachedBytes } }

  private func fill(_ store: Store, record: String = Sample.record) throws {
    try store.appendAndWait([
      Sample.open(record), Sample.set("ten", secret, record: record),
      .checkpoint(record: record, place: "/data/ten", text: secret, label: secret, errors: 0, warnings: 0),
    ])
  }

  @Test func itIsSealedAndUsedWithTheKey() throws {
    let ring = try protect(laptop)
    let store = try open(laptop, ring)
    try fill(store)
    let hash = store.snapshot.stateHash
    try store.close()
    let path = laptop.path + "/cache/state"
    let bytes = try FileSystem.live.contents(of: path)
    #expect(!String(decoding: bytes, as: UTF8.self).contains(secret))
    #expect(!String(decoding: bytes, as: UTF8.self).contains(Sample.record))
    let again = try open(laptop, try StoreProtection(store: laptop.path).unlock("mật khẩu dài"), writes: false)
    #expect(cachedBytes(again) > 0 && again.snapshot.stateHash == hash)
    #expect(again.snapshot.records[Sample.record]?.place?.text == secret)
    #expect(again.snapshot.records[Sample.record]?.summary.label == secret)
  }

  @Test func withoutTheKeyItIsNone() throws {
    let store = try open(laptop, try protect(laptop))
    try fill(store)
    try store.close()
    let before = try FileSystem.live.contents(of: laptop.path + "/cache/state")
    let locked = try open(laptop, StoreProtection(store: laptop.path).locked())
    #expect(cachedBytes(locked) == 0 && locked.snapshot.lockedLines == 3)
    #expect(locked.snapshot.records[Sample.record]?.summary.label.isEmpty == true)
    // What a locked store knows is not kept in place of what an open one knew.
    try locked.close()
    #expect(try FileSystem.live.contents(of: laptop.path + "/cache/state") == before)
    let stranger = Laptop("Máy 2", seed: 42)
    let other = try open(laptop, try protect(stranger), writes: false)
    #expect(cachedBytes(other) == 0 && other.snapshot.lockedLines == 3)
  }

  @Test func aKeyThatComesLaterOpensWhatACacheWouldHaveHidden() throws {
    let stick = TemporaryFolder()
    let other = Laptop("Máy 2", seed: 43, time: 1_795_212_900_000)
    let (ring, otherRing) = (try protect(laptop), try protect(other))
    let far = try open(other, otherRing)
    try fill(far, record: "record-2")
    _ = try FolderSync(far, with: stick.path).run()
    let store = try open(laptop, ring)
    try fill(store)
    _ = try FolderSync(store, with: stick.path).run()
    #expect(store.snapshot.lockedLines == 3)
    try store.close()
    let waiting = try open(laptop, ring)
    #expect(waiting.snapshot.records["record-2"]?.isLocked == true)
    _ = try FolderSync(far, with: stick.path).run()
    let fingerprint = try #require(try StoreProtection(store: other.path).status().others.first).card.key.fingerprint
    _ = try StoreProtection(store: other.path).share(otherRing, with: fingerprint)
    _ = try FolderSync(far, with: stick.path).run()
    _ = try FolderSync(waiting, with: stick.path).run()
    #expect(waiting.snapshot.lockedLines == 0)
    let hash = waiting.snapshot.stateHash
    try waiting.close()
    let again = try open(laptop, try StoreProtection(store: laptop.path).unlock("mật khẩu dài"), writes: false)
    #expect(cachedBytes(again) > 0)
    #expect(again.snapshot.records["record-2"]?.summary.label == secret)
    #expect(again.snapshot.stateHash == hash)
  }
}
