/// What is wrong with a stretch of a log. The raw value is the stable code that `verify` prints.
package enum DamageKind: String, Sendable, Equatable, CaseIterable, Error {
  /// The file ends inside a line.
  case torn
  /// Nothing but NUL bytes: what a power cut leaves where data had not reached the disk.
  case zeros
  /// Not a line of a journal.
  case frame
  /// The checksum does not fit: bytes were changed.
  case checksum
  /// Not JSON, or ambiguous JSON.
  case json
  /// Longer than a line may be.
  case tooLong = "too-long"
  /// `p` does not name the line before: a line was changed together with its checksum, or exchanged.
  case chain
  /// The line stands behind a later one.
  case order
  /// The same line stands twice in one file.
  case duplicate
  /// The line belongs to another device or epoch than its file.
  case foreign
  /// The seal does not fit the file.
  case seal
  /// Something stands behind the seal.
  case behindSeal = "behind-seal"
  /// The file does not begin with a head.
  case head
  /// A clock value that goes back.
  case clock
  /// The name of the file is not one of ours.
  case name
  /// The bytes that a head names as dead have changed.
  case dead
  /// A sealed payload that its key does not open: it was exchanged together with its checksum.
  case payload
  /// An attachment whose bytes do not fit its name.
  case media
  /// An attachment that a record names and that is not there.
  case mediaMissing = "media-missing"
  /// A form definition whose files do not fit its name.
  case form
  /// The line was changed together with its checksum, and the genuine one is there: this one is kept and does not count.
  case altered
  /// `keys/lock.json` of a protected store is gone.
  case lockMissing = "lock-missing"
  /// A link or a special file where only files and directories are looked at.
  case special
  /// A file or directory that cannot be read.
  case unreadable
}
