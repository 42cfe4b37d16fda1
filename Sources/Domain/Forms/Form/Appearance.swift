/// The words of a question's appearance column.
package struct Appearance: Sendable, Hashable {
  /// The words as written.
  package let words: [String]

  /// Reads the column.
  package init(_ text: String = "") {
    words = text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Whether a word is among them.
  package func has(_ word: String) -> Bool { words.contains(word) }

  /// The answer is not to be read on the screen, neither while it is typed nor later.
  package var hidesAnswer: Bool { has("masked") || has("hidden-answer") }
  /// Several lines of text.
  package var isMultiline: Bool { has("multiline") }
  /// Goes on as soon as a choice is taken.
  package var isQuick: Bool { has("quick") || has("quickcompact") }
  /// Choices are found by typing.
  package var isSearch: Bool { has("search") || has("autocomplete") }
  /// Thousands are separated while typing.
  package var separatesThousands: Bool { has("thousands-sep") }
  /// Only the year is asked.
  package var isYear: Bool { has("year") }
}
