package import Journal

/// One thing that is wrong with a batch.
package struct BatchFault: Sendable, Hashable {
  /// What is wrong.
  package enum Kind: Sendable, Hashable {
    /// A file that belongs to the batch is not there.
    case missing
    /// The bytes of a file are not those that the manifest names.
    case changed
    /// A file that the manifest does not name.
    case extra
    /// A link or a special file, which is not followed.
    case special
    /// A file or folder cannot be read.
    case unreadable
    /// The manifest cannot be understood, or is of a later version.
    case manifest
    /// The manifest names a file outside of the batch, or one with an odd name.
    case path(String)
    /// A line of the records is damaged.
    case line(DamageKind)
    /// A line that does not belong into a batch.
    case foreignLine
    /// A record that the manifest names has no line.
    case recordMissing(String)
    /// A record has a line and the manifest does not name it.
    case recordUnknown(String)
    /// A record names an attachment or submission that is neither there nor said to be missing.
    case attachmentMissing(record: String, name: String)
    /// The files of a form do not fit its hash.
    case form
    /// The signature does not fit the manifest.
    case signature
    /// The sealed file was changed or cut off.
    case sealed
    /// The folder was never finished.
    case unfinished

    /// Stable word for scripts.
    package var word: String {
      switch self {
      case .missing: "missing"
      case .changed: "changed"
      case .extra: "extra"
      case .special: "special"
      case .unreadable: "unreadable"
      case .manifest: "manifest"
      case .path: "path"
      case .line(let kind): "line-" + kind.rawValue
      case .foreignLine: "foreign-line"
      case .recordMissing: "record-missing"
      case .recordUnknown: "record-unknown"
      case .attachmentMissing: "attachment-missing"
      case .form: "form"
      case .signature: "signature"
      case .sealed: "sealed"
      case .unfinished: "unfinished"
      }
    }
  }

  /// The file, from the folder of the batch.
  package let file: String
  /// The line in it from 1; 0 when the whole file is meant.
  package let line: Int
  /// What is wrong.
  package let kind: Kind

  /// Joins the parts.
  package init(file: String, line: Int = 0, _ kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }
}
