internal import Crypto
internal import FoundationEssentials
internal import JSON
package import Journal
package import Records

/// The keys of a store: its own pair of pairs, made when first needed, and those it trusts. `keys/` in the store, 0600.
package struct KeyStore: Sendable {
  /// The directory.
  package let directory: String
  private let system: FileSystem
  private let seal: (any Seal)?

  /// Keys in a directory.
  package init(directory: String, fileSystem: FileSystem = .live, seal: (any Seal)? = nil) {
    self.directory = directory
    system = fileSystem
    self.seal = seal
  }

  /// The keys of a store.
  package init(of store: Store, fileSystem: FileSystem = .live) {
    self.init(directory: store.path + "/keys", fileSystem: fileSystem, seal: store.seal)
  }

  private var ownPath: String { directory + "/own.json" }
  /// Where our own keys lie in a protected store.
  private var sealedPath: String { directory + "/own." + SealedFile.fileExtension }
  private var trustedPath: String { directory + "/trusted.json" }

  /// Our own public keys; nil as long as none were needed.
  package func own() throws(BatchProblem) -> PublicKeys? { try readOwn()?.keys }

  /// Our own public keys, made now when there are none yet.
  @discardableResult
  package func create() throws(BatchProblem) -> PublicKeys { try privateKeys().keys }

  /// The keys trusted here, in the order in which they were.
  package func trusted() throws(BatchProblem) -> [TrustedKey] {
    guard let json = try read(trustedPath) else { return [] }
    guard let entries = json["trusted"]?.arrayValue else { throw .keyFile(path: trustedPath) }
    var keys: [TrustedKey] = []
    for entry in entries {
      guard let key = TrustedKey(json: entry) else { throw .keyFile(path: trustedPath) }
      keys.append(key)
    }
    return keys
  }

  /// Trusts keys under a name. The same keys again only change their name.
  package func trust(_ keys: PublicKeys, name: String, now: Int64) throws(BatchProblem) {
    var list = try trusted().filter { $0.keys != keys }
    list.append(TrustedKey(name: name, keys: keys, since: now))
    try write(list)
  }

  /// Trusts no longer the key of a fingerprint.
  package func distrust(fingerprint: String) throws(BatchProblem) {
    let list = try trusted()
    let rest = list.filter { $0.keys.fingerprint != fingerprint }
    guard rest.count < list.count else { throw .unknownKey(fingerprint) }
    try write(rest)
  }

  /// A trusted key by its name or fingerprint: whom to seal for.
  package func find(_ text: String) throws(BatchProblem) -> PublicKeys {
    for key in try trusted() where key.name == text || key.keys.fingerprint == text { return key.keys }
    throw .unknownKey(text)
  }

  /// What a signature by these keys is worth here. Our own count as known.
  func verdict(on keys: PublicKeys) -> SignatureVerdict {
    for key in (try? trusted()) ?? [] where key.keys == keys {
      return .trusted(name: key.name, fingerprint: keys.fingerprint)
    }
    if let own = try? own(), own == keys { return .trusted(name: "", fingerprint: keys.fingerprint) }
    return .unknown(fingerprint: keys.fingerprint)
  }

  private func write(_ list: [TrustedKey]) throws(BatchProblem) {
    try write(["v": 1, "trusted": .array(list.map(\.json))], to: trustedPath)
  }

  private func write(_ json: JSONValue, to path: String) throws(BatchProblem) {
    do throws(SystemFailure) {
      try system.makeDirectories(directory)
      try system.replace(path, with: Array(json.pretty().utf8) + [0x0A])
    } catch {
      throw .system(error)
    }
  }

  private func read(_ path: String) throws(BatchProblem) -> JSONValue? {
    let bytes: [UInt8]
    do throws(SystemFailure) { bytes = try system.contents(of: path) } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
    guard let json = try? JSONValue(parsing: bytes) else { throw .keyFile(path: path) }
    return json
  }
}

// MARK: - The private half

extension KeyStore {
  /// Both private keys. They never leave their file, `own.json`, or `own.sealed` in a protected store.
  private struct PrivateKeys {
    var signing: Curve25519.Signing.PrivateKey
    var agreement: Curve25519.KeyAgreement.PrivateKey
    var keys: PublicKeys
  }

  private func readOwn() throws(BatchProblem) -> PrivateKeys? {
    var found = try readSealed()
    if found == nil { found = try read(ownPath) }
    guard let json = found else { return nil }
    guard let signing = json["ed25519"]?.stringValue.flatMap({ Hexadecimal.bytes($0) }),
      let agreement = json["x25519"]?.stringValue.flatMap({ Hexadecimal.bytes($0) }),
      let signer = try? Curve25519.Signing.PrivateKey(rawRepresentation: signing),
      let agreer = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: agreement),
      let keys = PublicKeys(
        signing: Array(signer.publicKey.rawRepresentation), agreement: Array(agreer.publicKey.rawRepresentation)),
      json["public"]?.stringValue == keys.text
    else { throw .keyFile(path: ownPath) }
    return PrivateKeys(signing: signer, agreement: agreer, keys: keys)
  }

  private func privateKeys() throws(BatchProblem) -> PrivateKeys {
    if let own = try readOwn() { return own }
    let signer = Curve25519.Signing.PrivateKey()
    let agreer = Curve25519.KeyAgreement.PrivateKey()
    guard
      let keys = PublicKeys(
        signing: Array(signer.publicKey.rawRepresentation), agreement: Array(agreer.publicKey.rawRepresentation))
    else { throw .cryptography("key") }
    try writeOwn(
      [
        "v": 1, "public": .string(keys.text), "ed25519": .string(Hexadecimal.text(signer.rawRepresentation)),
        "x25519": .string(Hexadecimal.text(agreer.rawRepresentation)),
      ])
    return PrivateKeys(signing: signer, agreement: agreer, keys: keys)
  }

  private func readSealed() throws(BatchProblem) -> JSONValue? {
    let bytes: [UInt8]
    do throws(SystemFailure) { bytes = try system.contents(of: sealedPath) } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
    guard let file = SealedFile(bytes) else { throw .keyFile(path: sealedPath) }
    guard let clear = seal?.open(file) else { throw .store(.sealed) }
    guard let json = try? JSONValue(parsing: clear) else { throw .keyFile(path: sealedPath) }
    return json
  }

  private func writeOwn(_ json: JSONValue) throws(BatchProblem) {
    guard let seal else { return try write(json, to: ownPath) }
    guard let file = seal.seal(json.serialisedBytes(), as: "own.json", mayChange: true) else { throw .store(.sealed) }
    do throws(SystemFailure) {
      try system.makeDirectories(directory)
      try system.replace(sealedPath, with: file.bytes)
      try system.removeIfPresent(ownPath)
    } catch {
      throw .system(error)
    }
  }

  /// Seals the private halves that lie here in the clear since before the store was protected.
  package func protect() throws(BatchProblem) {
    guard seal != nil, let json = try read(ownPath) else { return }
    try writeOwn(json)
  }

  /// Signs a message with our key.
  func sign(_ message: [UInt8]) throws(BatchProblem) -> (signature: [UInt8], keys: PublicKeys) {
    let own = try privateKeys()
    do { return (Array(try own.signing.signature(for: message)), own.keys) } catch {
      throw .cryptography("\(error)")
    }
  }

  /// What opens a message sealed for us; nil when it was not made for our key.
  func recipient(encapsulated: [UInt8], information: [UInt8], for keys: PublicKeys) throws(BatchProblem) -> HPKE
    .Recipient?
  {
    guard let own = try readOwn(), own.keys == keys else { return nil }
    do {
      return try HPKE.Recipient(
        privateKey: own.agreement, ciphersuite: SealFormat.ciphersuite, info: Data(information),
        encapsulatedKey: Data(encapsulated))
    } catch {
      throw .cryptography("\(error)")
    }
  }
}
