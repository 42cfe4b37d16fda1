package import Journal

/// Why an attachment could not be stored or given.
package enum MediaProblem: Error, Sendable, Equatable {
  /// A system call failed.
  case system(SystemFailure)
  /// The extension is not 1 to 8 of a to z and 0 to 9.
  case badExtension(String)
  /// The bytes do not fit the name of the file.
  case changed(String)
  /// The store is protected, and no key is at hand to keep this file under.
  case sealed(String)

  /// Stable code for scripts and messages.
  package var code: String {
    switch self {
    case .system(let failure): "system-\(failure.call.rawValue)"
    case .badExtension: "bad-extension"
    case .changed: "changed"
    case .sealed: "sealed"
    }
  }
}
