package import Journal

/// Something the surveyor should know about how the store was opened.
package enum StoreNotice: Sendable, Equatable {
  /// Another process writes; this one only reads.
  case locked
  /// The medium cannot be written; everything can be read.
  case cannotWrite(StoreProblem)
  /// The folder came from another machine: this one got a new identity, both logs are kept.
  case copiedFromAnotherMachine(old: String)
  /// Our log ended in a damaged stretch or lacked its tail: a new epoch was begun, what can be read is kept.
  case newEpoch(previous: String)
  /// The log of a device is shorter than it was when a cache was made from it: so many lines at its end are missing.
  case missingTail(device: String, lines: Int)
  /// One device's number was used twice: a machine was cloned or a backup restored. Both branches are kept.
  case fork(Fork)
}
