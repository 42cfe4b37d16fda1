/// What a check of a batch found.
package struct BatchReport: Sendable, Equatable {
  /// The folder.
  package var path: String
  /// The manifest; nil when it is missing or cannot be understood, and of a sealed batch.
  package var manifest: BatchManifest?
  /// Everything wrong, in order of file and line. Not empty: exit code 3.
  package var faults: [BatchFault] = []
  /// What the signature says.
  package var signature = SignatureVerdict.unsigned
  /// Valid lines of records.
  package var records = 0
  /// Fingerprint of the key that it is sealed for; nil when it is in the clear.
  package var sealedFor: String?

  /// A report of nothing.
  package init(path: String) { self.path = path }

  /// Whether nothing is wrong. An unknown or missing signature is no damage: whoever needs one looks at ``signature``.
  package var isWhole: Bool { faults.isEmpty }
}
