/// What an export wrote.
package struct ExportFiles: Sendable, Equatable {
  /// The folder.
  package var folder: String
  /// The files, from the folder.
  package var files: [String] = []
  /// The records in them.
  package var recordIDs: [String] = []
  /// Finished records left out because an earlier export holds them.
  package var earlier = 0
  /// Submissions that the store does not have, or only damaged.
  package var missingMedia: [String] = []
  /// Finished records that were left out because their answers say something else by now.
  package var disputed: [String] = []

  /// Nothing written.
  package init(folder: String) { self.folder = folder }
}
