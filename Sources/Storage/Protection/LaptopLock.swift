internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Journal

/// `keys/lock.json`: this laptop's private key, sealed under its passphrase, and which team key it writes with.
///
/// The passphrase opens the laptop's key, and the laptop's key opens the team keys that were wrapped for it; so one
/// passphrase opens all of them, and a change of passphrase writes one file.
struct LaptopLock: Sendable {
  /// The public half.
  let laptop: LaptopKey
  /// What makes the key of the passphrase.
  let derivation: KeyDerivation
  /// The private half, sealed.
  let sealed: [UInt8]
  /// Name of the team key that new lines are sealed with.
  var current: String

  private static let mark = Array("khaosat-lock-1".utf8)

  /// Seals a private key under a passphrase.
  init(
    _ secret: Curve25519.KeyAgreement.PrivateKey, passphrase: String, rounds: Int, current: String
  ) throws(ProtectionProblem) {
    guard let laptop = LaptopKey(Array(secret.publicKey.rawRepresentation)) else { throw .cryptography("key") }
    let derivation = KeyDerivation(rounds: rounds)
    let key = try derivation.key(of: passphrase)
    guard let sealed = SecretBox.seal(Array(secret.rawRepresentation), key: key, bound: Self.mark + laptop.bytes) else {
      throw .cryptography("seal")
    }
    self.laptop = laptop
    self.derivation = derivation
    self.sealed = sealed
    self.current = current
  }

  /// Reads the file; nil when it is none.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), json["v"]?.intValue == 1,
      let laptop = json["public"]?.stringValue.flatMap({ Hexadecimal.bytes($0) }).flatMap(LaptopKey.init),
      let derivation = KeyDerivation(json), let sealed = json["sealed"]?.stringValue.flatMap({ Hexadecimal.bytes($0) }),
      let current = json["key"]?.stringValue
    else { return nil }
    self.laptop = laptop
    self.derivation = derivation
    self.sealed = sealed
    self.current = current
  }

  /// The file.
  var bytes: [UInt8] {
    var object: JSONObject = ["v": 1, "public": .string(Hexadecimal.text(laptop.bytes))]
    for (key, value) in derivation.members { object[key] = value }
    object["sealed"] = .string(Hexadecimal.text(sealed))
    object["key"] = .string(current)
    return Array(JSONValue.object(object).pretty().utf8) + [0x0A]
  }

  /// The private half.
  func open(_ passphrase: String) throws(ProtectionProblem) -> Curve25519.KeyAgreement.PrivateKey {
    let key = try derivation.key(of: passphrase)
    guard let secret = SecretBox.open(sealed, key: key, bound: Self.mark + laptop.bytes),
      let opened = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: secret)
    else { throw .wrongPassphrase }
    return opened
  }
}
