import TestSupport
import Testing

@testable import Journal
@testable import Protection

/// Passphrases, and keys that pass from laptop to laptop.
@Suite("Protection of a store")
struct StoreProtectionTests {
  private let rounds = 1 << 4
  private let one = TemporaryFolder()
  private let two = TemporaryFolder()

  private func protected(_ folder: TemporaryFolder, _ name: String) throws -> (StoreProtection, KeyRing) {
    let protection = StoreProtection(store: folder.path)
    let ring = try protection.turnOn(passphrase: "mật khẩu " + name, device: name, name: "Máy " + name, rounds: rounds)
    return (protection, ring)
  }

  /// What an exchange does with the files that travel.
  private func exchange(_ from: TemporaryFolder, _ to: TemporaryFolder) throws {
    let system = FileSystem.live
    for folder in ["/keys/wraps", "/keys/laptops"] {
      for entry in try system.list(from.path + folder) {
        try system.makeDirectories(to.path + folder)
        try system.replace(
          to.path + folder + "/" + entry.name, with: system.contents(of: from.path + folder + "/" + entry.name))
      }
    }
  }

  @Test("the passphrase opens, however its accents are typed; another one does not")
  func passphrase() throws {
    let (protection, ring) = try protected(one, "một")
    #expect(protection.isOn && ring.isOpen)
    #expect(try protection.unlock("m\u{E2}\u{323}t kh\u{E2}\u{309}u m\u{F4}\u{323}t").ids == ring.ids)
    #expect(throws: ProtectionProblem.wrongPassphrase) { try protection.unlock("mat khau mot") }
    #expect(throws: ProtectionProblem.wrongPassphrase) { try protection.unlock("") }
    #expect(throws: ProtectionProblem.alreadyOn) {
      try protection.turnOn(passphrase: "mật khẩu khác", device: "a", name: "a", rounds: rounds)
    }
    #expect(!protection.locked().isOpen)
  }

  @Test("a short passphrase and a store that is not protected are refused")
  func refused() throws {
    let protection = StoreProtection(store: one.path)
    #expect(!protection.isOn)
    #expect(throws: ProtectionProblem.shortPassphrase(8)) {
      try protection.turnOn(passphrase: "ngắn", device: "a", name: "a", rounds: rounds)
    }
    #expect(throws: ProtectionProblem.off) { try protection.unlock("mật khẩu dài") }
    #expect(!protection.isOn)
  }

  @Test("another passphrase opens the same keys, and the old one nothing")
  func change() throws {
    let (protection, ring) = try protected(one, "một")
    #expect(throws: ProtectionProblem.wrongPassphrase) {
      try protection.change(from: "sai hoàn toàn", to: "mật khẩu mới", rounds: rounds)
    }
    try protection.change(from: "mật khẩu một", to: "mật khẩu mới", rounds: rounds)
    #expect(try protection.unlock("mật khẩu mới").ids == ring.ids)
    #expect(throws: ProtectionProblem.wrongPassphrase) { try protection.unlock("mật khẩu một") }
  }

  @Test("a file with keys that is damaged is named, and asks no laptop for hours of work")
  func damaged() throws {
    let (protection, _) = try protected(one, "một")
    let path = one.path + "/keys/lock.json"
    let text = String(decoding: try FileSystem.live.contents(of: path), as: UTF8.self)
    for (old, new) in [("\"n\": 16", "\"n\": 1073741824"), ("\"n\": 16", "\"n\": 15"), ("{", "")] {
      let changed = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new)
      #expect(changed != text)
      try FileSystem.live.replace(path, with: Array(changed.utf8))
      #expect(throws: ProtectionProblem.keyFile(path)) { try protection.unlock("mật khẩu một") }
    }
  }

  @Test("a key shared with a laptop opens there, and joining opens what came before on both sides")
  func share() throws {
    let (first, ring) = try protected(one, "một")
    let (second, other) = try protected(two, "hai")
    try exchange(two, one)
    let card = try #require(try first.status().others.first)
    #expect(card.card.name == "Máy hai" && !card.isShared)
    #expect(throws: ProtectionProblem.unknownLaptop("0000-0000-0000-0000-0000")) {
      try first.share(ring, with: "0000-0000-0000-0000-0000")
    }
    _ = try first.share(ring, with: card.card.key.fingerprint)
    #expect(try first.status().others.first?.isShared == true)
    try exchange(one, two)
    let id = try #require(ring.currentID)
    #expect(throws: ProtectionProblem.unknownKey(id)) { try second.join(other, id) }
    #expect(other.refresh() && Set(other.ids).isSuperset(of: ring.ids))
    #expect(!other.refresh())
    try second.join(other, TeamKey.shown(id))
    #expect(other.currentID == id)
    try exchange(two, one)
    #expect(ring.refresh() && ring.ids == other.ids)
    #expect(try second.unlock("mật khẩu hai").currentID == id)
    #expect(try first.unlock("mật khẩu một").ids == ring.ids)
    #expect(try second.status().keys == ring.ids)
  }

  @Test("a key for somebody else opens nothing here")
  func foreign() throws {
    let (first, ring) = try protected(one, "một")
    let (_, other) = try protected(two, "hai")
    let third = TemporaryFolder()
    let (outsider, _) = try protected(third, "ba")
    let stranger = try #require(try outsider.status().laptop)
    _ = try first.share(ring, with: stranger.text)
    try exchange(one, two)
    #expect(!other.refresh() && other.ids.count == 1)
  }

  @Test("a renewed key reaches the laptops that stay and not the one that left, and opens what came before")
  func renew() throws {
    let gone = TemporaryFolder()
    let (first, ring) = try protected(one, "một")
    let (second, _) = try protected(two, "hai")
    let (third, _) = try protected(gone, "ba")
    for folder in [two, gone] { try exchange(folder, one) }
    let old = try #require(ring.currentID)
    let fingerprints = try [second, third].map { try #require(try $0.status().laptop?.fingerprint) }
    for fingerprint in fingerprints { _ = try first.share(ring, with: fingerprint) }
    for folder in [two, gone] { try exchange(one, folder) }
    #expect(try third.unlock("mật khẩu ba").ids.contains(old))

    #expect(throws: ProtectionProblem.unknownLaptop("0000")) { try first.renew(ring, for: ["0000"]) }
    #expect(ring.currentID == old)
    #expect(try first.renew(ring, for: [fingerprints[0]]).map(\.fingerprint) == [fingerprints[0]])
    let new = try #require(ring.currentID)
    #expect(new != old && ring.ids.contains(old))
    for folder in [two, gone] { try exchange(one, folder) }
    let staying = try second.unlock("mật khẩu hai")
    try second.join(staying, TeamKey.shown(new))
    #expect(staying.currentID == new && staying.ids.contains(old))
    let left = try third.unlock("mật khẩu ba")
    #expect(left.ids.contains(old) && !left.ids.contains(new))
    #expect(throws: ProtectionProblem.self) { try third.join(left, TeamKey.shown(new)) }
    #expect(try first.unlock("mật khẩu một").currentID == new)
  }

  @Test("a wrap that was planted for a laptop does not keep it from the real key")
  func planted() throws {
    let (first, ring) = try protected(one, "một")
    let (second, _) = try protected(two, "hai")
    try exchange(two, one)
    let laptop = try #require(try second.status().laptop)
    let current = try #require(ring.currentID)
    let forged = try TeamWrap(TeamKey(), for: laptop)
    let text = String(decoding: forged.bytes, as: UTF8.self).replacing(forged.key, with: current)
    try FileSystem.live.replace(one.path + "/keys/wraps/00000000000000000000000000000000.json", with: Array(text.utf8))
    _ = try first.share(ring, with: laptop.fingerprint.uppercased())
    try exchange(one, two)
    #expect(try second.unlock("mật khẩu hai").ids.contains(current))
  }
}
