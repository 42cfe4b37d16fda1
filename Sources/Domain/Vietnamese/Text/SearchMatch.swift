/// How well a text answers a query, best first.
package enum SearchMatch: UInt8, Sendable, Comparable, CaseIterable {
  /// The whole text, accents included.
  case whole
  /// A word begins with the query, accents included.
  case exact
  /// A word begins with the query when tones are ignored but ă â đ ê ô ơ ư are not.
  case sameLetters
  /// The text begins with the query when all accents are ignored.
  case prefix
  /// A later word begins with the query when all accents are ignored.
  case wordStart
  /// The words begin with the letters of the query: "htx" finds "Hợp tác xã".
  case initials
  /// The query stands inside a word.
  case within
  /// As ``within``, but only when i and y count as one letter: "my" finds "Mĩ".
  case spelling

  /// Better before worse.
  package static func < (left: SearchMatch, right: SearchMatch) -> Bool { left.rawValue < right.rawValue }
}
