internal import Crypto
internal import Journal

/// `sealed.khb`: one line in the clear, then frames sealed one after the other, then the SHA-256 of everything before.
enum SealFormat {
  /// X25519, HKDF-SHA256 and ChaCha20-Poly1305: as fast on an old processor without AES as on a new one.
  static let ciphersuite = HPKE.Ciphersuite.Curve25519_SHA256_ChachaPoly
  static let suiteName = "HPKE-X25519-SHA256-ChaCha20Poly1305"
  static let information: [UInt8] = Array("khaosat-sealed-1".utf8)
  static let format = "khaosat-sealed"
  /// Bytes in the clear of a frame.
  static let frameLength = 1 << 16
  /// What the cipher adds.
  static let tagLength = 16
  static let trailerLength = 32
  /// Flag and length before each frame.
  static let frameHeadLength = 5

  /// What is bound to a frame: the clear line, and whether the frame is the last.
  static func associated(_ header: ContentHash, isLast: Bool) -> [UInt8] {
    Array(header.hex.utf8) + [isLast ? 1 : 0]
  }
}
