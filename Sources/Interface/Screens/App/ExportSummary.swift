/// What an export wrote.
package struct ExportSummary: Equatable, Sendable {
  /// The folder of the batch.
  package var folder: String
  /// How many records it holds.
  package var records: Int
  /// How many files, the manifest included.
  package var files: Int
  /// The bytes of all files together.
  package var bytes: Int
  /// How many finished records were left out because an earlier batch holds them.
  package var earlier: Int

  /// Joins the parts.
  package init(folder: String, records: Int, files: Int, bytes: Int, earlier: Int = 0) {
    self.folder = folder
    self.records = records
    self.files = files
    self.bytes = bytes
    self.earlier = earlier
  }
}
