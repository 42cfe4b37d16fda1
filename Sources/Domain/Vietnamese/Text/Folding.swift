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
    var result = String.UnicodeScalarView()
    var spaceIsDue = false
    func put(_ scalar: Unicode.Scalar) {
      if spaceIsDue && !result.isEmpty { result.append(" ") }
      spaceIsDue = false
      result.append(scalar)
    }
    for scalar in unicodeScalars {
      if let letter = VietnameseLetter(scalar) {
        put(reduce(letter))
      } else if scalar.properties.isWhitespace {
        spaceIsDue = true
      } else if scalar.value < 0x80 {
        put(scalar)
      } else {
        // Anything else: a foreign letter, or text that came in decomposed.
        for part in String(scalar).decomposedScalars where !(0x300...0x36F).contains(part.value) {
          for lower in part.properties.lowercaseMapping.unicodeScalars { put(lower) }
        }
      }
    }
    return String(result)
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
