package import Journal
package import Media
package import Records

/// Why a batch, an export or a key did not do what was asked. What is wrong inside a batch is no problem but part of its
/// ``BatchReport``.
package enum BatchProblem: Error, Sendable, Equatable {
  /// BAT-001: the store refused or failed.
  case store(StoreProblem)
  /// BAT-002: an attachment of the store cannot be read or kept.
  case media(MediaProblem)
  /// BAT-003: the target or the batch cannot be read or written.
  case system(SystemFailure)
  /// BAT-004: there is no finished record to take; so many were taken by an earlier batch.
  case nothingToExport(earlier: Int)
  /// BAT-005: what was read back from the medium is not what was written.
  case readBack(path: String)
  /// BAT-006: the line of a finished record cannot be found in the logs: they are damaged.
  case lineMissing(record: String)
  /// BAT-007: the form of a record is not in the store, so that nobody can say what in it is personal.
  case formMissing(record: String, form: String)
  /// BAT-008: no free name for the batch in the folder.
  case noFreeName(path: String)
  /// BAT-009: the folder is no batch, or one that was never finished.
  case notABatch(path: String)
  /// BAT-010: the batch was made without personal data: its lines are extracts and cannot be taken into a store.
  case sharedExtract(path: String)
  /// BAT-011: only batches signed by a known key are taken, and this one is not.
  case untrusted(path: String, SignatureVerdict)
  /// BAT-012: the batch is sealed and has to be opened first.
  case sealed(path: String)
  /// BAT-013: the batch is sealed for another key.
  case sealedForAnother(path: String, fingerprint: String)
  /// BAT-014: the sealed file was changed or cut off.
  case sealDamaged(path: String)
  /// BAT-015: a file of keys cannot be understood.
  case keyFile(path: String)
  /// BAT-016: the text is no public key.
  case keyText
  /// BAT-017: the library refused to sign or to seal.
  case cryptography(String)
  /// BAT-018: there is no trusted key of this name or fingerprint.
  case unknownKey(String)
  /// BAT-019: what was finished of these records is not what their answers say by now.
  case disputed(records: [String])

  /// The stable code.
  package var code: String {
    switch self {
    case .store: "BAT-001"
    case .media: "BAT-002"
    case .system: "BAT-003"
    case .nothingToExport: "BAT-004"
    case .readBack: "BAT-005"
    case .lineMissing: "BAT-006"
    case .formMissing: "BAT-007"
    case .noFreeName: "BAT-008"
    case .notABatch: "BAT-009"
    case .sharedExtract: "BAT-010"
    case .untrusted: "BAT-011"
    case .sealed: "BAT-012"
    case .sealedForAnother: "BAT-013"
    case .sealDamaged: "BAT-014"
    case .keyFile: "BAT-015"
    case .keyText: "BAT-016"
    case .cryptography: "BAT-017"
    case .unknownKey: "BAT-018"
    case .disputed: "BAT-019"
    }
  }

  /// What kind of end it is: commands choose their exit code by it.
  package var gravity: Gravity {
    switch self {
    case .nothingToExport, .disputed, .formMissing, .sharedExtract: .data
    case .notABatch, .keyText, .sealed, .unknownKey: .usage
    case .untrusted, .sealedForAnother: .refused
    case .store(.readOnly), .store(.sealed), .store(.lockedRecord), .store(.journal(.sealed)), .media(.sealed): .refused
    case .store, .media, .system, .readBack, .lineMissing, .noFreeName, .sealDamaged, .keyFile, .cryptography: .damaged
    }
  }

  /// Kinds of ends: exit codes 1 to 4.
  package enum Gravity: Int, Sendable {
    /// The data are not such that it can be done.
    case data = 1
    /// The command was used wrongly.
    case usage = 2
    /// Store, medium or batch are damaged or full.
    case damaged = 3
    /// Not allowed.
    case refused = 4
  }
}
