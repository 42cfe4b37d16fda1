/// A text prepared for searching: made once for each entry of a list, matched at every key typed.
package struct SearchableText: Sendable, Equatable {
  /// Without accents.
  let folded: [UInt8]
  /// With all accents.
  let accented: [UInt8]
  /// With the letters ă â đ ê ô ơ ư, without tones.
  let lettered: [UInt8]
  /// The first letters of the words, without accents.
  let initials: [UInt8]

  /// Prepares a text.
  package init(_ text: String) {
    // “Xã/phường” is found by its two words.
    func bytes(_ text: String) -> [UInt8] { text.utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: " ") : $0 } }
    folded = bytes(text.folded)
    accented = bytes(text.foldedKeepingAccents)
    lettered = bytes(text.foldedKeepingLetters)
    var initials: [UInt8] = []
    for (place, byte) in folded.enumerated() where !byte.separatesWords {
      if place == 0 || folded[place - 1].separatesWords { initials.append(byte) }
    }
    self.initials = initials
  }

  /// The folded text with every y as i, since Mỹ and Mĩ are one word.
  var respelled: [UInt8] { folded.map { $0 == UInt8(ascii: "y") ? UInt8(ascii: "i") : $0 } }
}

/// What is searched for.
package struct SearchQuery: Sendable, Equatable {
  private let text: SearchableText

  /// Prepares a query.
  package init(_ text: String) { self.text = SearchableText(text) }

  /// Whether the query matches everything.
  package var isEmpty: Bool { text.folded.isEmpty }

  /// Whether the query stands anywhere in the text, accents and case ignored.
  package func isContained(in candidate: SearchableText) -> Bool {
    candidate.folded.contains(text.folded) { _ in true }
  }

  /// How well the text answers, or nil when it does not.
  package func match(_ candidate: SearchableText) -> SearchMatch? {
    if isEmpty || candidate.accented == text.accented { return .whole }
    if isContained(in: candidate) {
      if candidate.accented.hasWord(startingWith: text.accented) { return .exact }
      if candidate.lettered.hasWord(startingWith: text.lettered) { return .sameLetters }
      if candidate.folded.starts(with: text.folded) { return .prefix }
      return candidate.folded.hasWord(startingWith: text.folded) ? .wordStart : .within
    }
    if text.folded.count > 1, candidate.initials.starts(with: text.folded) { return .initials }
    return candidate.respelled.contains(text.respelled) { _ in true } ? .spelling : nil
  }
}

extension Sequence {
  /// The elements whose text answers the query, best first; among equals the order stays.
  package func matching(_ query: SearchQuery, text: (Element) -> SearchableText) -> [Element] {
    var found: [(match: SearchMatch, element: Element)] = []
    for element in self {
      if let match = query.match(text(element)) { found.append((match, element)) }
    }
    return found.sorted { $0.match < $1.match }.map(\.element)
  }
}

extension UInt8 {
  /// White space and ASCII punctuation stand between words; letters of any script do not.
  fileprivate var separatesWords: Bool {
    switch self {
    case 0..<0x30, 0x3A..<0x41, 0x5B..<0x61, 0x7B..<0x80: true
    default: false
    }
  }
}

extension [UInt8] {
  /// Whether the text, or a word in it, begins so.
  fileprivate func hasWord(startingWith part: [UInt8]) -> Bool {
    contains(part) { $0 == 0 || self[$0 - 1].separatesWords }
  }

  /// Whether the part stands at an accepted place. Bytes are compared, so no character boundary hides a match.
  fileprivate func contains(_ part: [UInt8], at isAccepted: (Int) -> Bool) -> Bool {
    guard let first = part.first else { return true }
    guard count >= part.count else { return false }
    for place in 0...(count - part.count) where self[place] == first {
      if self[place..<(place + part.count)].elementsEqual(part), isAccepted(place) { return true }
    }
    return false
  }
}
