package import Journal

/// The name of an attachment: the SHA-256 of its bytes and an extension.
package struct MediaName: Hashable, Sendable, Comparable {
  /// Hash of the bytes.
  package let hash: ContentHash
  /// Extension, lower case.
  package let fileExtension: String

  /// Joins hash and extension; nil when the extension is not 1 to 8 of a to z and 0 to 9.
  package init?(hash: ContentHash, fileExtension: String) {
    guard !fileExtension.isEmpty, fileExtension.utf8.count <= 8, SegmentName.isName(fileExtension) else { return nil }
    self.hash = hash
    self.fileExtension = fileExtension
  }

  /// Reads a file name.
  package init?(fileName: String) {
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let hash = ContentHash(hex: String(parts[0])) else { return nil }
    self.init(hash: hash, fileExtension: String(parts[1]))
  }

  /// The name of a sealed file; nil when its first line gives it none.
  init?(sealed file: SealedFile) {
    guard let hash = file.name.flatMap(ContentHash.init(hex:)) else { return nil }
    self.init(hash: hash, fileExtension: SealedFile.fileExtension)
  }

  /// Whether the file is sealed: then its name is drawn from content and key, and its bytes carry their own hash.
  package var isSealed: Bool { fileExtension == SealedFile.fileExtension }

  /// The name of the file.
  package var fileName: String { hash.hex + "." + fileExtension }

  /// Order of the file names.
  package static func < (left: MediaName, right: MediaName) -> Bool { left.fileName < right.fileName }
}
