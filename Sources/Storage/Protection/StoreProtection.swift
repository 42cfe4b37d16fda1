internal import Crypto
package import Journal

/// Protection of a store at rest: turned on once, opened by a passphrase, shared with other laptops.
package struct StoreProtection: Sendable {
  private let folder: KeyFolder

  /// Characters that a new passphrase must have.
  package static let shortestPassphrase = 8

  /// The protection of a store in a folder.
  package init(store path: String, fileSystem: FileSystem = .live) {
    folder = KeyFolder(path: path + "/keys", system: fileSystem)
  }

  /// Whether the store is protected.
  package var isOn: Bool { folder.isOn }

  /// Protects the store: what is written from now on is sealed with a new team key.
  package func turnOn(
    passphrase: String, device: String, name: String, rounds: Int = KeyDerivation.usualRounds
  ) throws(ProtectionProblem) -> KeyRing {
    guard try folder.lock() == nil else { throw .alreadyOn }
    try Self.check(passphrase)
    let secret = Curve25519.KeyAgreement.PrivateKey()
    let key = TeamKey()
    let lock = try LaptopLock(secret, passphrase: passphrase, rounds: rounds, current: key.id)
    // The lock is last: a store counts as protected when everything that opens it is on the medium.
    try folder.add(try TeamWrap(key, for: lock.laptop))
    try folder.add(LaptopCard(device: device, name: name, key: lock.laptop))
    try folder.write(lock)
    return try open(lock, secret)
  }

  /// The keys that a passphrase opens.
  package func unlock(_ passphrase: String) throws(ProtectionProblem) -> KeyRing {
    let lock = try existingLock()
    return try open(lock, try lock.open(passphrase))
  }

  /// A ring without keys, for what needs no passphrase.
  package func locked() -> KeyRing { KeyRing(lockedIn: folder) }

  private func open(
    _ lock: LaptopLock, _ secret: Curve25519.KeyAgreement.PrivateKey
  ) throws(ProtectionProblem) -> KeyRing {
    let ring = KeyRing(secret, current: lock.current, in: folder)
    // Without the key it writes with, the laptop could not seal what is typed.
    guard ring.isOpen else { throw .unknownKey(TeamKey.shown(lock.current)) }
    return ring
  }

  /// Gives the laptop another passphrase.
  package func change(
    from old: String, to new: String, rounds: Int = KeyDerivation.usualRounds
  ) throws(ProtectionProblem) {
    let lock = try existingLock()
    let secret = try lock.open(old)
    try Self.check(new)
    try folder.write(try LaptopLock(secret, passphrase: new, rounds: rounds, current: lock.current))
  }

  /// Wraps every team key at hand for a laptop: named by its fingerprint, device, or whole key.
  package func share(_ ring: KeyRing, with text: String) throws(ProtectionProblem) -> LaptopKey {
    let laptop = try laptop(text)
    // Also where a wrap lies there already: it came from outside, and may not hold what it says.
    for key in ring.all { try folder.add(try TeamWrap(key, for: laptop)) }
    return laptop
  }

  /// A whole key, or the fingerprint of one that came with an exchange: whoever types it has compared it.
  private func laptop(_ text: String) throws(ProtectionProblem) -> LaptopKey {
    if let key = LaptopKey(text: text) { return key }
    let wanted = text.filter { $0 != "-" && !$0.isWhitespace }.lowercased()
    for card in folder.announced() where card.key.fingerprint.filter({ $0 != "-" }) == wanted { return card.key }
    throw .unknownLaptop(text)
  }

  /// Writes with a team key of another laptop from now on, and opens what was sealed here before to all who hold it.
  /// The person has compared the key's name, because anybody could have wrapped a key of his own for this laptop.
  package func join(_ ring: KeyRing, _ text: String) throws(ProtectionProblem) {
    var lock = try existingLock()
    let id = text.filter { $0 != "-" && !$0.isWhitespace }.lowercased()
    guard let key = ring.key(named: id) else { throw .unknownKey(text) }
    if let own = ring.key(named: lock.current), own.id != id { try folder.add(try TeamWrap(own, forHoldersOf: key)) }
    lock.current = id
    try folder.write(lock)
    ring.use(id)
  }

  /// Makes a new team key, wraps it for the laptops that are to have it and seals with it from now on: for a laptop that
  /// was lost, or left the team. What was sealed before stays open to whoever had the old key. Which laptops stay is said
  /// and not read from the wraps there are: those came from outside.
  package func renew(_ ring: KeyRing, for laptops: [String]) throws(ProtectionProblem) -> [LaptopKey] {
    var lock = try existingLock()
    guard let old = ring.key(named: lock.current) else { throw .unknownKey(TeamKey.shown(lock.current)) }
    var staying: [LaptopKey] = []
    for text in laptops { staying.append(try laptop(text)) }
    let key = TeamKey()
    for laptop in [lock.laptop] + staying { try folder.add(try TeamWrap(key, for: laptop)) }
    try folder.add(try TeamWrap(old, forHoldersOf: key))
    // The lock is last, as when protection was turned on.
    lock.current = key.id
    try folder.write(lock)
    _ = ring.refresh()
    ring.use(key.id)
    return staying
  }

  private func existingLock() throws(ProtectionProblem) -> LaptopLock {
    guard let lock = try folder.lock() else { throw .off }
    return lock
  }

  private static func check(_ passphrase: String) throws(ProtectionProblem) {
    guard passphrase.count >= shortestPassphrase else { throw .shortPassphrase(shortestPassphrase) }
  }
}

// MARK: - What is known without a passphrase

extension StoreProtection {
  /// How the store is protected.
  package struct Status: Sendable, Equatable {
    /// This laptop's key; nil when the store is not protected.
    package var laptop: LaptopKey?
    /// Name of the team key that seals what is written.
    package var current: String?
    /// Names of the team keys wrapped for this laptop, or for holders of one that is.
    package var keys: [String] = []
    /// Other laptops that announced their keys, and whether the current team key was wrapped for them.
    package var others: [(card: LaptopCard, isShared: Bool)] = []

    package static func == (left: Status, right: Status) -> Bool {
      left.laptop == right.laptop && left.current == right.current && left.keys == right.keys
        && left.others.elementsEqual(right.others) { $0.card == $1.card && $0.isShared == $1.isShared }
    }
  }

  /// How the store is protected.
  package func status() throws(ProtectionProblem) -> Status {
    var status = Status()
    let lock = try folder.lock()
    status.laptop = lock?.laptop
    status.current = lock?.current
    let wraps = folder.wrapped()
    var keys: Set<String> = []
    var grew = true
    while grew {
      let before = keys.count
      for wrap in wraps {
        switch wrap.recipient {
        case .laptop(let laptop, _): if laptop == lock?.laptop { keys.insert(wrap.key) }
        case .holders(let other): if keys.contains(other) { keys.insert(wrap.key) }
        }
      }
      grew = keys.count > before
    }
    status.keys = keys.sorted()
    status.others = Set(folder.announced()).filter { $0.key != lock?.laptop }
      .sorted { ($0.name, $0.device) < ($1.name, $1.device) }
      .map { card in
        let isShared = wraps.contains { wrap in
          guard case .laptop(card.key, _) = wrap.recipient else { return false }
          return wrap.key == lock?.current
        }
        return (card, isShared)
      }
    return status
  }
}
