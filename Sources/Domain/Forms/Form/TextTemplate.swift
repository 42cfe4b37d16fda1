/// A label, hint or message in one language, cut into what is fixed and what is computed.
package struct TextTemplate: Sendable {
  /// A piece of the text.
  package enum Part: Sendable {
    case literal(String)
    case formula(CompiledFormula)
  }

  /// Language, empty when none was named.
  package let language: String
  /// The pieces in order.
  package let parts: [Part]

  /// The text when nothing in it is computed.
  package var constant: String? {
    var text = ""
    for part in parts {
      guard case .literal(let piece) = part else { return nil }
      text += piece
    }
    return text
  }
}
