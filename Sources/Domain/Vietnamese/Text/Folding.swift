extension String {
  /// The accent-insensitive key: decomposed, marks U+0300…U+036F dropped, đ → d, lower case, trimmed, and every run of
  /// white space one space. "  Đồng   Hỷ" → "dong hy".
  package var folded: String {
    folded { $0.base }
  }

  /// The key that ignores tone and case but keeps ă â đ ê ô ơ ư apart: "Đồng Hỷ" → "đông hy".
  package var foldedKeepingLetters: String {
    composed.folded { $0.withoutTone.lowercase.scalar ?? $0.base }
  }

  /// The key that ignores case and spacing only: "Đồng   Hỷ" → "đồng hỷ".
  package var foldedKeepingAccents: String {
    composed.folded { $0.lowercase.scalar ?? $0.base }
  }

  private func folded(_ reduce: (VietnameseLetter) -> Unicode.Scalar) -> String {
    var result = FoldedText(capacity: utf8.count)
    for scalar in unicodeScalars {
      if let letter = VietnameseLetter(scalar) {
        result.put(reduce(letter))
      } else if scalar.isSpace {
        result.putSpace()
      } else if scalar.value < 0x80 {
        result.put(scalar)
      } else {
        // Anything else: a foreign letter, or text that came in decomposed.
        for part in String(scalar).decomposedScalars where !(0x300...0x36F).contains(part.value) {
          for lower in part.properties.lowercaseMapping.unicodeScalars { result.put(lower) }
        }
      }
    }
    return result.text
  }
}

/// Folded text while it is collected: no space at either end, and never two together.
private struct FoldedText {
  private var bytes: [UInt8] = []
  private var spaceIsDue = false

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func putSpace() { spaceIsDue = !bytes.isEmpty }

  mutating func put(_ scalar: Unicode.Scalar) {
    if spaceIsDue { bytes.append(0x20) }
    spaceIsDue = false
    if scalar.value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      bytes.append(contentsOf: String(scalar).utf8)
    }
  }
}

extension VietnameseLetter {
  /// The same letter in lower case.
  var lowercase: VietnameseLetter {
    var letter = self
    letter.isUppercase = false
    return letter
  }
}

extension Unicode.Scalar {
  /// White space; ASCII is decided without the property tables.
  fileprivate var isSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
