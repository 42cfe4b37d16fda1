internal import Crypto
internal import FoundationEssentials
internal import Journal

/// The public half of a machine's keys: one to check signatures, one to seal for.
package struct PublicKeys: Hashable, Sendable {
  /// Ed25519.
  package let signing: [UInt8]
  /// X25519.
  package let agreement: [UInt8]

  /// Joins both keys of 32 bytes each; nil when one cannot be a key.
  package init?(signing: [UInt8], agreement: [UInt8]) {
    guard (try? Curve25519.Signing.PublicKey(rawRepresentation: signing)) != nil, signing.count == 32,
      (try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: agreement)) != nil, agreement.count == 32
    else { return nil }
    self.signing = signing
    self.agreement = agreement
  }

  private static let prefix = "khaosat-key-1:"

  /// Reads the one-line text; white space around it is passed over.
  package init?(text: String) {
    let trimmed = text.filter { !$0.isWhitespace }
    guard trimmed.hasPrefix(Self.prefix), let bytes = Hexadecimal.bytes(trimmed.dropFirst(Self.prefix.count)),
      bytes.count == 64
    else { return nil }
    self.init(signing: Array(bytes[..<32]), agreement: Array(bytes[32...]))
  }

  /// The keys as one line that people copy: `khaosat-key-1:` and 128 hexadecimal digits.
  package var text: String { Self.prefix + Hexadecimal.text(signing + agreement) }

  /// What people compare over the telephone: the first 80 bits of the SHA-256 of both keys, in groups of four.
  package var fingerprint: String { Hexadecimal.grouped(ContentHash(of: signing + agreement).hex.prefix(20)) }

  /// Whether a signature was made by the private half over a message.
  func isValid(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: signing) else { return false }
    return key.isValidSignature(signature, for: message)
  }
}
