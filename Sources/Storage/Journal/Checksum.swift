internal import CChecksum

/// CRC-32C, as lines carry it.
package enum Checksum {
  /// The checksum of bytes.
  package static func crc32c(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    guard let base = bytes.baseAddress else { return 0 }
    return khaosat_crc32c(0, base, bytes.count)
  }
}
