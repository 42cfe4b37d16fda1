/// Turns byte offsets into lines and columns. Asking in rising order costs one pass over the bytes altogether.
struct PositionTracker {
  private var offset = 0
  private var line = 1
  private var column = 1

  mutating func position(of wanted: Int, in bytes: [UInt8]) -> XMLPosition {
    if wanted < offset { self = PositionTracker() }
    bytes.withUnsafeBufferPointer { bytes in
      let end = min(wanted, bytes.count)
      while offset < end {
        let byte = bytes[offset]
        if byte == 10 {
          line += 1
          column = 1
        } else if byte & 0xC0 != 0x80 {
          column += 1
        }
        offset += 1
      }
    }
    return XMLPosition(line: line, column: column)
  }
}
