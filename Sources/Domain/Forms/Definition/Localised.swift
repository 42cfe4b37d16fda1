/// One text in the languages in which it was given, in the order written.
package struct Localised: Sendable, Hashable {
  /// One language's text.
  package struct Entry: Sendable, Hashable {
    /// Language as the form names it (`vi`, `English (en)`); empty when none was named.
    package var language: String
    /// The text.
    package var text: SourceText

    /// The text of one language.
    package init(language: String, text: SourceText) {
      self.language = language
      self.text = text
    }
  }

  /// All texts, in the order written.
  package var entries: [Entry]

  /// A text in several languages.
  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// A text without a language.
  package init(_ text: SourceText) { entries = [Entry(language: "", text: text)] }

  /// Whether nothing was given in any language.
  package var isEmpty: Bool { entries.isEmpty }

  /// The languages named, in the order written; the unnamed one is left out.
  package var languages: [String] { entries.map(\.language).filter { !$0.isEmpty } }

  /// The text in a language, else in the default language, else without language, else the first one given.
  package func text(in language: String, default fallback: String = "") -> String? {
    source(in: language, default: fallback)?.text
  }

  /// The same with its position.
  package func source(in language: String, default fallback: String = "") -> SourceText? {
    if entries.count <= 1 { return entries.first?.text }
    for wanted in [language, fallback, ""] {
      if let entry = entries.first(where: { $0.language == wanted }) { return entry.text }
    }
    return entries.first?.text
  }
}

extension Localised {
  /// Whether a text refers to a question or computes something.
  package var hasReferences: Bool {
    // Nearly all labels of long lists are plain: a look at their bytes is enough.
    entries.contains { $0.text.text.utf8.contains(UInt8(ascii: "$")) && $0.text.text.contains("${") }
  }
}
