/// Why the journal did not do what was asked. The raw form is ``code``.
package enum JournalProblem: Error, Sendable, Equatable {
  /// A system call failed.
  case system(SystemFailure)
  /// The line would be longer than a line may be: its length in bytes.
  case lineTooLong(Int)
  /// The journal was closed, or opened for reading only.
  case closed
  /// Another process writes to this store.
  case locked
  /// No free segment name could be found in the directory.
  case noSegmentName(String)
  /// The store is protected, and the key that payloads are sealed with is not at hand.
  case sealed
  /// A name that may not be a device, epoch or kind.
  case badName(String)

  /// Stable code for scripts and messages.
  package var code: String {
    switch self {
    case .system(let failure): "system-\(failure.call.rawValue)"
    case .lineTooLong: "line-too-long"
    case .closed: "closed"
    case .locked: "locked"
    case .noSegmentName: "no-segment-name"
    case .sealed: "sealed"
    case .badName: "bad-name"
    }
  }
}
