internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Journal

/// A file of `keys/wraps/`: a team key wrapped for a laptop, or for everybody who holds another team key. It tells
/// nothing to anybody else, so it travels with every exchange.
struct TeamWrap: Sendable {
  /// For whom.
  enum Recipient: Sendable, Equatable {
    /// A laptop, by HPKE.
    case laptop(LaptopKey, encapsulated: [UInt8])
    /// The holders of a team key.
    case holders(of: String)
  }

  /// Name of the key that is wrapped.
  let key: String
  /// For whom.
  let recipient: Recipient
  /// The wrapped key.
  let sealed: [UInt8]

  private static let suite = "HPKE-X25519-SHA256-ChaCha20Poly1305"
  private static let information = Data("khaosat-team-key-1".utf8)

  /// Wraps a key for a laptop.
  init(_ key: TeamKey, for laptop: LaptopKey) throws(ProtectionProblem) {
    do {
      var sender = try HPKE.Sender(
        recipientKey: try Curve25519.KeyAgreement.PublicKey(rawRepresentation: laptop.bytes),
        ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Self.information)
      sealed = Array(try sender.seal(key.bytes, authenticating: Array(key.id.utf8)))
      recipient = .laptop(laptop, encapsulated: Array(sender.encapsulatedKey))
    } catch {
      throw .cryptography("\(error)")
    }
    self.key = key.id
  }

  /// Wraps a key for the holders of another one.
  init(_ key: TeamKey, forHoldersOf other: TeamKey) throws(ProtectionProblem) {
    let salt = SecretBox.salt()
    guard
      let box = SecretBox.seal(
        key.bytes, key: other.drawn("khaosat-team-key-1", salt), bound: Array(key.id.utf8))
    else { throw .cryptography("seal") }
    self.key = key.id
    recipient = .holders(of: other.id)
    sealed = salt + box
  }

  /// Reads a file; nil when it is none.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["v"]?.intValue == 1,
      let key = json["key"]?.stringValue, TeamKeyName.isName(key),
      let sealed = json["sealed"]?.stringValue.flatMap({ Hexadecimal.bytes($0) })
    else { return nil }
    if let holders = json["under"]?.stringValue {
      guard sealed.count > SecretBox.saltLength else { return nil }
      recipient = .holders(of: holders)
    } else {
      guard let laptop = json["for"]?.stringValue.flatMap({ Hexadecimal.bytes($0) }).flatMap(LaptopKey.init),
        json["suite"]?.stringValue == Self.suite,
        let encapsulated = json["encapsulated"]?.stringValue.flatMap({ Hexadecimal.bytes($0) })
      else { return nil }
      recipient = .laptop(laptop, encapsulated: encapsulated)
    }
    self.key = key
    self.sealed = sealed
  }

  /// The file.
  var bytes: [UInt8] {
    var object: JSONObject = ["v": 1, "key": .string(key)]
    switch recipient {
    case .laptop(let laptop, let encapsulated):
      object["for"] = .string(Hexadecimal.text(laptop.bytes))
      object["suite"] = .string(Self.suite)
      object["encapsulated"] = .string(Hexadecimal.text(encapsulated))
    case .holders(let other): object["under"] = .string(other)
    }
    object["sealed"] = .string(Hexadecimal.text(sealed))
    return Array(JSONValue.object(object).pretty().utf8) + [0x0A]
  }

  /// The key in it for the holder of a private key or of team keys; nil when it is for others or not what it says.
  func open(_ secret: Curve25519.KeyAgreement.PrivateKey, holding keys: [String: TeamKey]) -> TeamKey? {
    let bytes: [UInt8]?
    switch recipient {
    case .laptop(let laptop, let encapsulated):
      guard laptop.bytes == Array(secret.publicKey.rawRepresentation),
        var receiver = try? HPKE.Recipient(
          privateKey: secret, ciphersuite: .Curve25519_SHA256_ChachaPoly, info: Self.information,
          encapsulatedKey: Data(encapsulated))
      else { return nil }
      bytes = (try? receiver.open(sealed, authenticating: Array(key.utf8))).map { Array($0) }
    case .holders(let other):
      guard let holder = keys[other] else { return nil }
      let salt = sealed.prefix(SecretBox.saltLength)
      bytes = SecretBox.open(
        Array(sealed.dropFirst(SecretBox.saltLength)), key: holder.drawn("khaosat-team-key-1", salt),
        bound: Array(key.utf8))
    }
    guard let opened = bytes.flatMap(TeamKey.init), opened.id == key else { return nil }
    return opened
  }
}
