/// What the signature of a batch says.
package enum SignatureVerdict: Sendable, Equatable {
  /// Signed by a key that is trusted here under this name.
  case trusted(name: String, fingerprint: String)
  /// Signed, and unchanged since, by a key that nobody here knows.
  case unknown(fingerprint: String)
  /// Signed, and changed since.
  case bad
  /// Not signed.
  case unsigned

  /// Stable word for scripts and the journal.
  package var word: String {
    switch self {
    case .trusted: "trusted"
    case .unknown: "unknown"
    case .bad: "bad"
    case .unsigned: "unsigned"
    }
  }

  /// Whether a known key signed.
  package var isTrusted: Bool { if case .trusted = self { true } else { false } }
}
