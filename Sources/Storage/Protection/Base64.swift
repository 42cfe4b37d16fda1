/// Base64 of RFC 4648, section 4, with padding; read strictly, so that equal bytes are equal texts.
enum Base64 {
  private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
    return values
  }()

  /// Appends the text of some bytes.
  static func append(_ bytes: [UInt8], to text: inout [UInt8]) {
    text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
    var place = 0
    while place < bytes.count {
      let rest = bytes.count - place
      let word =
        UInt32(bytes[place]) << 16 | (rest > 1 ? UInt32(bytes[place + 1]) << 8 : 0)
        | (rest > 2 ? UInt32(bytes[place + 2]) : 0)
      for (index, shift) in [18, 12, 6, 0].enumerated() {
        text.append(index > rest ? UInt8(ascii: "=") : letters[Int(word >> UInt32(shift) & 0x3F)])
      }
      place += 3
    }
  }

  /// Reads a text; nil when it is not exactly what ``append(_:to:)`` writes.
  static func bytes(_ text: UnsafeRawBufferPointer) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let padding = text.suffix(2).count { $0 == UInt8(ascii: "=") }
    let digits = text.count - padding
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3)
    var word: UInt32 = 0
    var bits = 0
    for place in 0..<digits {
      let value = values[Int(text[place])]
      guard value != 0xFF else { return nil }
      word = word << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
      }
    }
    // Bits that say nothing must be zero, and a lone letter says nothing at all.
    guard bits < 6, word & (1 << UInt32(bits) - 1) == 0, bits / 2 == padding else { return nil }
    return bytes
  }
}
