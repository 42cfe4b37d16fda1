package import Journal

/// What a sync brought and took.
package struct SyncReport: Sendable, Equatable {
  /// Files of ours that were written into the folder.
  package var filesSent = 0
  /// Lines of ours that the folder did not have.
  package var linesSent = 0
  /// Lines that were new here.
  package var linesReceived = 0
  /// Lines of this device's own log among them: the store lacked them, or somebody else wrote under its name.
  package var ownLinesReceived = 0
  /// Lines among those received that were changed together with their checksums: they are kept and do not count.
  package var altered = 0
  /// Why nothing was sent, or not all: the folder cannot be written. What is in it was taken all the same.
  package var unsent: SystemFailure?
  /// Records that are new here.
  package var recordsReceived = 0
  /// Attachments written into the folder.
  package var mediaSent = 0
  /// Attachments that were new here.
  package var mediaReceived = 0
  /// Form definitions written into the folder.
  package var formsSent = 0
  /// Form definitions that were new here.
  package var formsReceived = 0
  /// Wrapped team keys and public keys of laptops written into the folder.
  package var keysSent = 0
  /// Wrapped team keys and public keys of laptops that were new here.
  package var keysReceived = 0
  /// Devices that have a place in the folder, ours not counted.
  package var devices: [String] = []
  /// Records with conflicts now.
  package var conflicts: [RecordID] = []
  /// Copies in the folder that were damaged or half: what is whole of them was taken.
  package var damaged: [Damage] = []

  /// Nothing done yet.
  package init() {}
}

/// How far a sync is.
package struct SyncProgress: Sendable, Equatable {
  /// Files dealt with.
  package var done: Int
  /// Files to be dealt with.
  package var total: Int
}
