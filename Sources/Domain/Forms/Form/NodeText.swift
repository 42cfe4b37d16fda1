/// A translated text of a question, ready to be shown.
package struct NodeText: Sendable {
  /// As written.
  package let source: Localised
  /// One template a language, in the order written.
  package let templates: [TextTemplate]

  /// The template for a language: that language, the default one, the one without language, the first.
  package func template(in language: String, default fallback: String) -> TextTemplate? {
    for wanted in [language, fallback, ""] {
      if let found = templates.first(where: { $0.language == wanted }) { return found }
    }
    return templates.first
  }
}
