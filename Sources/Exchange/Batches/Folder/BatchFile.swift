internal import Journal

/// A file of a batch as its manifest names it.
package struct BatchFile: Sendable, Equatable {
  /// Path from the folder of the batch.
  package let path: String
  /// Its length.
  package let bytes: Int
  /// SHA-256 of its bytes.
  package let sha256: String

  /// Joins the parts.
  package init(path: String, bytes: Int, sha256: String) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256
  }

  /// Describes content.
  init(path: String, content: [UInt8]) {
    self.init(path: path, bytes: content.count, sha256: ContentHash(of: content).hex)
  }
}
