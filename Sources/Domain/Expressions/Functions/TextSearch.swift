internal import Vietnamese

extension String {
  /// Where a text first occurs, byte by byte; an empty text occurs at the start.
  func range(of part: String) -> Range<String.Index>? {
    let text = utf8
    let wanted = Array(part.utf8)
    guard let first = wanted.first else { return startIndex..<startIndex }
    var start = text.startIndex
    while start < text.endIndex {
      guard let found = text[start...].firstIndex(of: first) else { return nil }
      var place = found
      var matched = 0
      while matched < wanted.count, place < text.endIndex, text[place] == wanted[matched] {
        place = text.index(after: place)
        matched += 1
      }
      if matched == wanted.count { return found..<place }
      start = text.index(after: found)
    }
    return nil
  }

  /// The number of Unicode scalars after composition.
  var composedLength: Int {
    var isPlain = true
    for scalar in unicodeScalars where scalar.value >= 0x300 && scalar.value != 0x20AB {
      if scalar.value < 0x1E00 || scalar.value > 0x1EFF { isPlain = false }
    }
    return isPlain ? unicodeScalars.count : composed.unicodeScalars.count
  }
}
