internal import Crypto
internal import FoundationEssentials
internal import JSON
internal import Journal

/// The public half of a laptop's key: what team keys are wrapped for.
package struct LaptopKey: Hashable, Sendable {
  /// X25519, 32 bytes.
  let bytes: [UInt8]

  private static let prefix = "khaosat-team-1:"

  /// Takes 32 bytes; nil when they cannot be a key.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 32, (try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)) != nil else {
      return nil
    }
    self.bytes = bytes
  }

  /// Reads the one-line text; white space around it is passed over.
  package init?(text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard trimmed.hasPrefix(Self.prefix), let bytes = Hexadecimal.bytes(trimmed.dropFirst(Self.prefix.count)) else {
      return nil
    }
    self.init(bytes)
  }

  /// The key as one line that people copy.
  package var text: String { Self.prefix + Hexadecimal.text(bytes) }

  /// What people compare over the telephone: the first 80 bits of its SHA-256, in groups of four digits.
  package var fingerprint: String { Hexadecimal.grouped(ContentHash(of: bytes).hex.prefix(20)) }
}
