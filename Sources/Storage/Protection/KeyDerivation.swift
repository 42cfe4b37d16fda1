internal import Crypto
internal import CryptoExtras
internal import JSON
internal import Journal
internal import Vietnamese

/// How a passphrase becomes a key: scrypt with what it costs, kept beside what it opens so that it can grow.
package struct KeyDerivation: Sendable, Equatable {
  /// Rounds, a power of two.
  let rounds: Int
  /// Size of a block.
  let blockSize: Int
  /// Independent runs.
  let parallelism: Int
  /// Random, 16 bytes.
  let salt: [UInt8]

  /// Rounds of new passphrases: 32 MiB and about a tenth of a second.
  package static let usualRounds = 1 << 15

  /// A derivation with a new salt.
  init(rounds: Int) {
    self.init(rounds: rounds, blockSize: 8, parallelism: 1, salt: Array(SecretBox.salt().prefix(16)))
  }

  private init(rounds: Int, blockSize: Int, parallelism: Int, salt: [UInt8]) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
    self.salt = salt
  }

  /// Reads it; nil when it is none, or costs more than any laptop should be asked for.
  init?(_ json: JSONValue) {
    guard json["kdf"]?.stringValue == "scrypt", let rounds = json["n"]?.intValue, rounds >= 2,
      rounds <= 1 << 20, rounds.nonzeroBitCount == 1, let blockSize = json["r"]?.intValue, (1...16).contains(blockSize),
      let parallelism = json["p"]?.intValue, (1...4).contains(parallelism),
      let salt = json["salt"]?.stringValue.flatMap({ Hexadecimal.bytes($0) }), salt.count >= 16
    else { return nil }
    self.init(rounds: rounds, blockSize: blockSize, parallelism: parallelism, salt: salt)
  }

  /// Its members in a file.
  var members: [(String, JSONValue)] {
    [
      ("kdf", "scrypt"), ("n", .integer(rounds)), ("r", .integer(blockSize)), ("p", .integer(parallelism)),
      ("salt", .string(Hexadecimal.text(salt))),
    ]
  }

  /// The key of a passphrase, which is composed (NFC) before, because keyboards differ in how they type an accent.
  func key(of passphrase: String) throws(ProtectionProblem) -> [UInt8] {
    let bytes = Array(passphrase.composed.utf8)
    guard !bytes.isEmpty else { throw .wrongPassphrase }
    do {
      let key = try KDF.Scrypt.deriveKey(
        from: bytes, salt: salt, outputByteCount: 32, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
      return key.withUnsafeBytes { Array($0) }
    } catch {
      throw .cryptography("\(error)")
    }
  }
}
