internal import Crypto

/// A whole SHA-256, as 64 lower-case hexadecimal digits: the name of files, segments and states.
package struct ContentHash: Hashable, Sendable, Comparable {
  /// The digits.
  package let hex: String

  /// Takes digits read somewhere; nil when they are no SHA-256.
  package init?(hex: String) {
    guard hex.utf8.count == 64, hex.utf8.allSatisfy({ Self.isDigit($0) }) else { return nil }
    self.hex = hex
  }

  /// Hashes bytes.
  package init(of bytes: [UInt8]) {
    var running = RunningHash()
    running.update(bytes)
    self = running.value
  }

  init(digest: SHA256.Digest) {
    hex = Hexadecimal.text(digest)
  }

  /// Order of the digits.
  package static func < (left: ContentHash, right: ContentHash) -> Bool { left.hex < right.hex }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") || byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "f")
  }
}

/// A SHA-256 that grows with what is appended.
package struct RunningHash: Sendable {
  private var hasher = SHA256()

  /// Nothing hashed yet.
  package init() {}

  /// Takes further bytes.
  package mutating func update(_ bytes: [UInt8]) { hasher.update(data: bytes) }

  /// Takes further bytes.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) { hasher.update(bufferPointer: bytes) }

  /// The hash of everything taken so far; more may follow.
  package var value: ContentHash { ContentHash(digest: hasher.finalize()) }

  /// The same as 32 bytes.
  package var digest: [UInt8] { Array(hasher.finalize()) }
}
