/// Shares texts that occur again and again, such as record ids and field paths: a direct-mapped table over raw bytes.
package struct TextCache {
  private var slots = [String?](repeating: nil, count: 1 << 12)

  /// Nothing shared yet.
  package init() {}

  /// The text of some bytes.
  package mutating func text(_ bytes: UnsafeRawBufferPointer) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let slot = Int(truncatingIfNeeded: (hash ^ (hash >> 32)) & 0xFFF)
    if let there = slots[slot], there.utf8.count == bytes.count, there.utf8.elementsEqual(bytes) { return there }
    let text = String(decoding: bytes, as: UTF8.self)
    slots[slot] = text
    return text
  }
}
