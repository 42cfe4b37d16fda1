/// Numbers byte strings in the order in which they are first seen. It points into bytes that are being scanned.
struct RawTable {
  /// The byte strings by number.
  private(set) var texts: [UnsafeRawBufferPointer] = []
  private var places = [Int32](repeating: -1, count: 256)

  /// The number of a byte string: the next one when it is new.
  mutating func number(of text: UnsafeRawBufferPointer) -> Int32 {
    var place = Self.hash(text) & (places.count - 1)
    while places[place] >= 0 {
      let number = places[place]
      if ChunkReader.isSame(text, texts[Int(number)]) { return number }
      place = (place + 1) & (places.count - 1)
    }
    let number = Int32(texts.count)
    texts.append(text)
    places[place] = number
    if texts.count * 2 > places.count { grow() }
    return number
  }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 4)
    for (number, text) in texts.enumerated() {
      var place = Self.hash(text) & (places.count - 1)
      while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
      places[place] = Int32(number)
    }
  }

  private static func hash(_ text: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 32))
  }
}
