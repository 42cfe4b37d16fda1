internal import Forms
internal import JSON

/// Texts of ours in several languages inside one attribute, as a JSON object of languages.
enum OwnTexts {
  /// Reads the attribute; a plain text is a text without language.
  static func read(_ value: String, at position: SourcePosition) -> Localised {
    guard value.hasPrefix("{"), let object = (try? JSONValue(parsing: value))?.objectValue else {
      return Localised(SourceText(value, at: position))
    }
    return Localised(
      object.map { Localised.Entry(language: $0.key, text: SourceText($0.value.stringValue ?? "", at: position)) })
  }

  /// Writes texts as an attribute.
  static func write(_ text: Localised) -> String {
    let isOne = text.entries.count == 1 && text.entries[0].language.isEmpty
    if isOne, !text.entries[0].text.text.contains("${"), !text.entries[0].text.text.hasPrefix("{") {
      return text.entries[0].text.text
    }
    var object = JSONObject()
    for entry in text.entries { object[entry.language] = .string(entry.text.text) }
    // pyxform would put a path in the place of ${name}; written as an escape it passes through.
    return JSONValue.object(object).serialised().replacing("${", with: "\\u0024{")
  }
}
