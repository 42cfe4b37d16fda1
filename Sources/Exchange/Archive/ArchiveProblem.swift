/// What can be wrong with a zip archive. The raw values are stable codes.
package enum ArchiveProblemCode: String, Sendable, CaseIterable {
  /// No zip archive, or the directory is missing.
  case notArchive = "zip-none"
  /// The directory or an entry is damaged. Arguments: entry.
  case damaged = "zip-damaged"
  /// Encryption, several volumes, zip64 or an unknown method. Arguments: entry or feature.
  case unsupported = "zip-unsupported"
  /// A name that is absolute, leaves the archive's folder or stands twice. Arguments: name.
  case name = "zip-name"
  /// More entries, bytes or a higher ratio than the limits allow. Arguments: what, limit, entry.
  case limit = "zip-limit"
  /// There is no such entry. Arguments: name.
  case missing = "zip-missing"
}

/// A refusal of a zip archive.
package struct ArchiveProblem: Error, Sendable, Equatable {
  /// What is wrong.
  package var code: ArchiveProblemCode
  /// Names and numbers for the message.
  package var arguments: [String]

  /// A problem.
  package init(_ code: ArchiveProblemCode, _ arguments: [String] = []) {
    self.code = code
    self.arguments = arguments
  }
}

/// How much an archive may demand.
package struct ArchiveLimits: Sendable, Equatable {
  /// Bytes of the archive.
  package var size: Int
  /// Entries in it.
  package var entries: Int
  /// Bytes of one entry after inflating.
  package var entrySize: Int
  /// Bytes of all entries together after inflating.
  package var totalSize: Int
  /// How many times larger an entry of more than a mebibyte may be than its deflated bytes.
  package var ratio: Int

  /// Limits; the defaults suit spreadsheets.
  package init(
    size: Int = 32 << 20, entries: Int = 4096, entrySize: Int = 64 << 20, totalSize: Int = 128 << 20, ratio: Int = 200
  ) {
    self.size = size
    self.entries = entries
    self.entrySize = entrySize
    self.totalSize = totalSize
    self.ratio = ratio
  }
}
