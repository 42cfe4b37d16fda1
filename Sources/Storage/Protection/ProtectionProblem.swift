package import Journal

/// Why protection did not do what was asked. The raw form is ``code``.
package enum ProtectionProblem: Error, Sendable, Equatable {
  /// A system call failed.
  case system(SystemFailure)
  /// The store is protected already.
  case alreadyOn
  /// The store is not protected.
  case off
  /// The passphrase does not open the store.
  case wrongPassphrase
  /// A passphrase is needed and none was given.
  case passphraseNeeded
  /// The passphrase is too short: how many characters it must have.
  case shortPassphrase(Int)
  /// Both passphrases typed are not the same.
  case passphrasesDiffer
  /// A file with keys is there but cannot be understood.
  case keyFile(String)
  /// No team key of this name was received here.
  case unknownKey(String)
  /// No laptop with this fingerprint announced its key here.
  case unknownLaptop(String)
  /// The library that seals refused: its words.
  case cryptography(String)

  /// Stable code for scripts and messages.
  package var code: String {
    switch self {
    case .system(let failure): "system-\(failure.call.rawValue)"
    case .alreadyOn: "already-protected"
    case .off: "not-protected"
    case .wrongPassphrase: "wrong-passphrase"
    case .passphraseNeeded: "passphrase-needed"
    case .shortPassphrase: "short-passphrase"
    case .passphrasesDiffer: "passphrases-differ"
    case .keyFile: "key-file"
    case .unknownKey: "unknown-key"
    case .unknownLaptop: "unknown-laptop"
    case .cryptography: "cryptography"
    }
  }
}
