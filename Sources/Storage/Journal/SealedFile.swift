internal import JSON

/// A sealed file: one line of JSON, the sealed bytes, and the SHA-256 of both, so that damage shows without the key.
package struct SealedFile: Sendable, Equatable {
  /// Ending of the names of sealed files.
  package static let fileExtension = "sealed"

  /// The first line with its LF: what the sealed bytes are bound to.
  package let header: [UInt8]
  /// The sealed bytes.
  package let sealed: [UInt8]

  /// Joins both parts.
  package init(header: [UInt8], sealed: [UInt8]) {
    self.header = header
    self.sealed = sealed
  }

  /// Reads a file; nil when it is none, or its bytes do not fit the hash at its end.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count > Self.hashLength, let feed = bytes.prefix(Self.greatestHeader).firstIndex(of: 0x0A) else {
      return nil
    }
    let end = bytes.count - Self.hashLength
    guard feed < end else { return nil }
    header = Array(bytes[...feed])
    sealed = Array(bytes[(feed + 1)..<end])
    guard hash == Array(bytes[end...]) else { return nil }
  }

  /// The name that its first line gives it, without the ending.
  package var name: String? { (try? JSONValue(parsing: header))?["name"]?.stringValue }

  /// The bytes of the file.
  package var bytes: [UInt8] { header + sealed + hash }

  private var hash: [UInt8] {
    var running = RunningHash()
    running.update(header)
    running.update(sealed)
    return running.digest
  }

  private static let hashLength = 32
  private static let greatestHeader = 1024
}
