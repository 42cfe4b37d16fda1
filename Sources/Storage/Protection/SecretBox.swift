internal import Crypto

/// ChaCha20-Poly1305 under a key that seals one thing only: the nonce is zero, what is random is the key's salt.
enum SecretBox {
  /// Length of a salt in bytes.
  static let saltLength = 24
  /// Length of the tag in bytes.
  static let tagLength = 16

  /// A new random salt.
  static func salt() -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<saltLength).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// The sealed bytes with their tag; nil when the library refuses.
  static func seal(_ clear: [UInt8], key: [UInt8], bound: some Sequence<UInt8>) -> [UInt8]? {
    guard let nonce = try? ChaChaPoly.Nonce(data: zero),
      let box = try? ChaChaPoly.seal(clear, using: SymmetricKey(data: key), nonce: nonce, authenticating: Array(bound))
    else { return nil }
    return Array(box.ciphertext) + Array(box.tag)
  }

  /// The clear bytes; nil when they were changed, or sealed with another key or bound to something else.
  static func open(_ sealed: [UInt8], key: [UInt8], bound: some Sequence<UInt8>) -> [UInt8]? {
    guard sealed.count >= tagLength, let nonce = try? ChaChaPoly.Nonce(data: zero),
      let box = try? ChaChaPoly.SealedBox(
        nonce: nonce, ciphertext: sealed.dropLast(tagLength), tag: sealed.suffix(tagLength)),
      let clear = try? ChaChaPoly.open(box, using: SymmetricKey(data: key), authenticating: Array(bound))
    else { return nil }
    return Array(clear)
  }

  private static let zero = [UInt8](repeating: 0, count: 12)
}
