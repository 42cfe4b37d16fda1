internal import Crypto

/// The first 128 bits of the SHA-256 of a line including its LF: the name of the line everywhere.
package struct LineHash: Hashable, Sendable, Comparable {
  /// Bits 0 to 63.
  package let high: UInt64
  /// Bits 64 to 127.
  package let low: UInt64

  /// What stands in `p` of the first line of an epoch.
  package static let zero = LineHash(high: 0, low: 0)

  /// Joins both halves.
  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Hashes the bytes of a line including its LF.
  package init(of line: UnsafeRawBufferPointer) {
    var hasher = SHA256()
    hasher.update(bufferPointer: line)
    self = hasher.finalize().withUnsafeBytes { digest in
      LineHash(
        high: UInt64(bigEndian: digest.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: digest.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  /// Hashes the bytes of a line including its LF.
  package init(of line: [UInt8]) { self = line.withUnsafeBytes { LineHash(of: $0) } }

  /// Reads 32 lower-case hexadecimal digits.
  package init?(hex: String) {
    let digits = hex.utf8
    guard digits.count == 32 else { return nil }
    let middle = digits.index(digits.startIndex, offsetBy: 16)
    guard let high = Hexadecimal.value(hex[..<middle]), let low = Hexadecimal.value(hex[middle...]) else {
      return nil
    }
    self.init(high: high, low: low)
  }

  /// The 32 digits.
  package var hex: String { Hexadecimal.text(high, digits: 16) + Hexadecimal.text(low, digits: 16) }

  /// Order of the numbers: arbitrary but the same everywhere.
  package static func < (left: LineHash, right: LineHash) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
