extension String {
  /// Whether a text has a piece of ASCII, byte by byte: nearly every text of a form is asked and has not.
  func hasBytes(_ piece: StaticString) -> Bool {
    let length = piece.utf8CodeUnitCount
    let found = utf8.withContiguousStorageIfAvailable { bytes -> Bool in
      guard bytes.count >= length else { return false }
      for start in 0...(bytes.count - length) where bytes[start] == piece.utf8Start[0] {
        var offset = 1
        while offset < length, bytes[start + offset] == piece.utf8Start[offset] { offset += 1 }
        if offset == length { return true }
      }
      return false
    }
    return found ?? contains("\(piece)")
  }
}
