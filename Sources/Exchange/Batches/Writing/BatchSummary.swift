/// What was written.
package struct BatchSummary: Sendable, Equatable {
  /// The folder of the batch.
  package var folder = ""
  /// The records in it, in its order.
  package var recordIDs: [String] = []
  /// Number of records.
  package var records: Int { recordIDs.count }
  /// Number of files, the manifest included.
  package var files = 0
  /// Bytes of all files.
  package var bytes = 0
  /// Number of attachments, submissions not counted.
  package var media = 0
  /// Finished records left out because an earlier batch holds them.
  package var earlier = 0
  /// Finished records left out because they are sealed with a key that is not here.
  package var locked = 0
  /// Attachments that records name and the store does not have, or only damaged.
  package var missing: [String] = []
  /// Finished records that were left out because their answers say something else by now.
  package var disputed: [String] = []
  /// Fingerprint of the key that signed; nil when nothing was signed.
  package var signer: String?
  /// Fingerprint of the key it is sealed for.
  package var recipient: String?
  /// SHA-256 of the manifest.
  package var manifest = ""

  /// Nothing written.
  package init() {}
}
