/// Replaces comments, string literals and regular expressions by spaces, so that braces and words inside them do not count.
struct TextBlanker {
  private let bytes: [UInt8]
  private var out: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
    out = bytes
  }

  /// The bytes with the same line structure and nothing but code.
  mutating func blanked() -> [UInt8] {
    while at < bytes.count {
      if starts("//") {
        skipLineComment()
      } else if starts("/*") {
        skipBlockComment()
      } else if let hashes = stringStart() {
        skipString(hashes: hashes)
      } else if let length = expressionLength() {
        blank(length)
      } else {
        at += 1
      }
    }
    return out
  }

  private func starts(_ text: StaticString, from place: Int? = nil) -> Bool {
    let start = place ?? at
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<text.utf8CodeUnitCount where bytes[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private mutating func blank(_ count: Int) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] != UInt8(ascii: "\n") { out[at] = UInt8(ascii: " ") }
      at += 1
    }
  }

  private mutating func skipLineComment() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { blank(1) }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        blank(2)
      } else if starts("*/") {
        depth -= 1
        blank(2)
      } else {
        blank(1)
      }
    } while depth > 0 && at < bytes.count
  }

  /// Length of a `/regular expression/` that begins here: it follows an opening sign and closes on its line.
  private func expressionLength() -> Int? {
    guard bytes[at] == UInt8(ascii: "/"), at + 1 < bytes.count, bytes[at + 1] != UInt8(ascii: " ") else { return nil }
    let before = bytes[..<at].last { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }
    guard let before, Array("(=,:[{".utf8).contains(before) else { return nil }
    var place = at + 1
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "/") { return place - at + 1 }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Number of `#` before a quote that opens a string here; nil when no string opens.
  private func stringStart() -> Int? {
    var place = at
    while place < bytes.count, bytes[place] == UInt8(ascii: "#") { place += 1 }
    return place < bytes.count && bytes[place] == UInt8(ascii: "\"") ? place - at : nil
  }

  private mutating func skipString(hashes: Int) {
    blank(hashes)
    let quotes = starts("\"\"\"") ? 3 : 1
    blank(quotes)
    while at < bytes.count {
      if closes(quotes: quotes, hashes: hashes) {
        blank(quotes + hashes)
        return
      }
      if bytes[at] == UInt8(ascii: "\\"), hasHashes(hashes, from: at + 1) {
        blank(1 + hashes)
        if starts("(") { skipInterpolation() } else { blank(1) }
      } else {
        blank(1)
      }
    }
  }

  private func closes(quotes: Int, hashes: Int) -> Bool {
    for offset in 0..<quotes where at + offset >= bytes.count || bytes[at + offset] != UInt8(ascii: "\"") {
      return false
    }
    return hasHashes(hashes, from: at + quotes)
  }

  private func hasHashes(_ count: Int, from place: Int) -> Bool {
    for offset in 0..<count where place + offset >= bytes.count || bytes[place + offset] != UInt8(ascii: "#") {
      return false
    }
    return true
  }

  /// From the opening parenthesis of `\(` to its partner, with the strings in between.
  private mutating func skipInterpolation() {
    var depth = 0
    while at < bytes.count {
      if let hashes = stringStart() {
        skipString(hashes: hashes)
        continue
      }
      if starts("(") { depth += 1 }
      if starts(")") { depth -= 1 }
      blank(1)
      if depth == 0 { return }
    }
  }
}
