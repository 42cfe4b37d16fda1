package import Journal
package import Media

/// Why the store did not do what was asked.
package enum StoreProblem: Error, Sendable, Equatable {
  /// The journal refused or failed.
  case journal(JournalProblem)
  /// An attachment could not be stored or given.
  case media(MediaProblem)
  /// A system call failed.
  case system(SystemFailure)
  /// The store was opened for reading only: another process writes to it, or the medium cannot be written.
  case readOnly
  /// `device.json` is there but cannot be understood.
  case deviceFile(String)
  /// A record that is not there.
  case unknownRecord(String)
  /// A record with lines that were sealed with a key that is not here: nothing may be written over what cannot be read.
  case lockedRecord(String)
  /// A record of which lines are in the log and cannot be read now: it is not shown as if the others were all.
  case unreadableRecord(String)
  /// Something that was to leave the store is sealed, and the key is not at hand.
  case sealed
  /// A form definition that is not there, by its hash.
  case unknownForm(String)
  /// The files of a form definition do not fit its hash.
  case formChanged(String)
  /// A file name that may not stand in a form definition.
  case badFileName(String)
  /// The folder to exchange with lies in the store itself.
  case insideStore(String)
  /// The folder holds no copy of a store and no batch.
  case noCopy(String)
  /// The store was protected, and `keys/lock.json` is gone: what is written would be readable by all.
  case lockMissing(String)

  /// Stable code for scripts and messages.
  package var code: String {
    switch self {
    case .journal(let problem): problem.code
    case .media(let problem): "media-" + problem.code
    case .system(let failure): "system-\(failure.call.rawValue)"
    case .readOnly: "read-only"
    case .deviceFile: "device-file"
    case .unknownRecord: "unknown-record"
    case .lockedRecord: "locked-record"
    case .unreadableRecord: "unreadable-record"
    case .sealed: "sealed-line"
    case .unknownForm: "unknown-form"
    case .formChanged: "form-changed"
    case .badFileName: "bad-file-name"
    case .insideStore: "inside-store"
    case .noCopy: "no-copy"
    case .lockMissing: "lock-missing"
    }
  }

  /// The system call that failed, if one did.
  package var systemFailure: SystemFailure? {
    switch self {
    case .journal(.system(let failure)), .media(.system(let failure)), .system(let failure): failure
    default: nil
    }
  }

  /// Whether the medium is full or cannot be written: the answer is kept in memory and the way out is another medium.
  package var isMediumFailure: Bool {
    guard let failure = systemFailure else { return false }
    return failure.isFull || failure.isReadOnly || failure.name == "EIO"
  }
}
