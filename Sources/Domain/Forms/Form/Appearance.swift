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

  /// All questions of the group on one screen.
  package var isFieldList: Bool { has("field-list") || has("table-list") }
  /// The answer is not shown while typed.
  package var isMasked: Bool { has("masked") }
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
  /// Only month and year are asked.
  package var isMonthYear: Bool { has("month-year") }
  /// Text that is typed with digits only.
  package var isNumbers: Bool { has("numbers") }
  /// The answer is not shown at all.
  package var isHiddenAnswer: Bool { has("hidden-answer") }
}
