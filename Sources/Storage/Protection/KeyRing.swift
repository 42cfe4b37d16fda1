internal import Crypto
package import Journal
internal import JSON
internal import Synchronization

/// The team keys at hand while a store is open. Locking forgets them.
package final class KeyRing: Seal {
  private struct Keys {
    var secret: Curve25519.KeyAgreement.PrivateKey?
    var team: [String: TeamKey] = [:]
    var current: String?
  }

  private let keys: Mutex<Keys>
  private let folder: KeyFolder

  /// A ring without keys: what is sealed stays so, and nothing can be written but what is never sealed.
  init(lockedIn folder: KeyFolder) {
    keys = Mutex(Keys())
    self.folder = folder
  }

  /// The keys wrapped for the holder of a private key.
  init(_ secret: Curve25519.KeyAgreement.PrivateKey, current: String, in folder: KeyFolder) {
    keys = Mutex(Keys(secret: secret, current: current))
    self.folder = folder
    _ = refresh()
  }

  /// A ring with given keys, the first of which seals.
  init(_ team: [TeamKey], in folder: KeyFolder) {
    let named = Dictionary(team.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    keys = Mutex(Keys(team: named, current: team.first?.id))
    self.folder = folder
  }

  /// Whether what is written can be sealed.
  package var isOpen: Bool { current != nil }

  /// Name of the team key that seals.
  package var currentID: String? { keys.withLock { $0.current } }

  /// Names of all team keys at hand.
  package var ids: [String] { keys.withLock { $0.team.keys.sorted() } }

  /// Forgets every key.
  package func lock() { keys.withLock { $0 = Keys() } }

  /// Takes over the keys of a ring that was just opened.
  package func reopen(with other: KeyRing) {
    let opened = other.keys.withLock { $0 }
    keys.withLock { $0 = opened }
  }

  var all: [TeamKey] { keys.withLock { $0.team.values.sorted { $0.id < $1.id } } }

  func key(named id: String) -> TeamKey? { keys.withLock { $0.team[id] } }

  func use(_ id: String) { keys.withLock { $0.current = id } }

  private var current: TeamKey? { keys.withLock { keys in keys.current.flatMap { keys.team[$0] } } }

  /// Opens wraps that came since.
  package func refresh() -> Bool {
    let wraps = folder.wrapped()
    return keys.withLock { keys in
      guard let secret = keys.secret else { return false }
      let before = keys.team.count
      var grew = true
      // A key may open further ones.
      while grew {
        grew = false
        for wrap in wraps where keys.team[wrap.key] == nil {
          guard let key = wrap.open(secret, holding: keys.team) else { continue }
          keys.team[key.id] = key
          grew = true
        }
      }
      return keys.team.count > before
    }
  }
}

// MARK: - Lines

extension KeyRing {
  /// Seals a payload with a key of its line's own.
  package func seal(_ payload: [UInt8], frame: [UInt8]) -> [UInt8]? {
    guard let key = current else { return nil }
    return Self.seal(payload, frame: frame, with: key, salt: SecretBox.salt())
  }

  /// Seals a payload with a given salt.
  static func seal(_ payload: [UInt8], frame: [UInt8], with key: TeamKey, salt: [UInt8]) -> [UInt8]? {
    SealedPayload(payload, lineKey: key.drawn("khaosat-line-1", salt), key: key.id, salt: salt, frame: frame)?.bytes
  }

  /// Opens the payload of a line.
  package func open(_ body: UnsafeRawBufferPointer, frame: UnsafeRawBufferPointer) -> OpenedBody {
    // What a later version seals in another way is locked, too.
    guard let sealed = SealedPayload(body), let key = key(named: sealed.key) else { return .locked }
    guard let payload = sealed.payload(lineKey: key.drawn("khaosat-line-1", sealed.salt), frame: frame) else {
      return .damaged
    }
    return .open(String(decoding: payload + sealed.rest, as: UTF8.self))
  }

  /// The line in the clear, with the key of this one line.
  package func opened(_ line: [UInt8]) -> [UInt8]? {
    var opened: [UInt8]?
    line.withUnsafeBytes { bytes in
      SegmentScanner.scan(bytes) { scanned in
        guard let view = scanned.view, let sealed = SealedPayload(view.rawBody), let key = key(named: sealed.key)
        else { return }
        let lineKey = key.drawn("khaosat-line-1", sealed.salt)
        guard let payload = sealed.payload(lineKey: lineKey, frame: view.frameBytes) else { return }
        opened = OpenedLine.make(view, payload: payload, sealed: sealed, lineKey: lineKey)
      }
    }
    return opened
  }
}

// MARK: - Files

extension KeyRing {
  /// Seals a file under a name that only the key leads to.
  package func seal(_ content: [UInt8], as name: String, mayChange: Bool) -> SealedFile? {
    guard let key = current else { return nil }
    // The same content is the same file on every device that holds the key; a salt is never used for two contents.
    let salt = mayChange ? SecretBox.salt() : Array(key.drawn("khaosat-salt-1", name.utf8).prefix(SecretBox.saltLength))
    let json: JSONValue = [
      "format": "khaosat-file", "version": 1, "name": .string(Self.hidden(name, key)), "key": .string(key.id),
      "salt": .string(Hexadecimal.text(salt)),
    ]
    let header = json.serialisedBytes() + [0x0A]
    return SecretBox.seal(content, key: key.drawn("khaosat-file-1", salt), bound: header).map {
      SealedFile(header: header, sealed: $0)
    }
  }

  /// The names under every key at hand.
  package func sealedNames(of name: String) -> [String] {
    all.map { Self.hidden(name, $0) + "." + SealedFile.fileExtension }
  }

  /// Opens a file.
  package func open(_ file: SealedFile) -> [UInt8]? {
    guard let json = try? JSONValue(parsing: file.header), json["format"]?.stringValue == "khaosat-file",
      json["version"]?.intValue == 1, let key = json["key"]?.stringValue.flatMap(key(named:)),
      let salt = json["salt"]?.stringValue.flatMap({ Hexadecimal.bytes($0) })
    else { return nil }
    return SecretBox.open(file.sealed, key: key.drawn("khaosat-file-1", salt), bound: file.header)
  }

  private static func hidden(_ name: String, _ key: TeamKey) -> String {
    Hexadecimal.text(key.drawn("khaosat-name-1", name.utf8))
  }
}
