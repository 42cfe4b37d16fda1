internal import Forms
internal import Vietnamese
internal import XML

/// The texts of an XForm: translations, inline labels, outputs in them.
struct XFormTexts {
  /// One itext entry: the texts by form (``, `image`, `guidance` …) in the languages of the form.
  typealias Entry = [String: Localised]

  private(set) var entries: [String: Entry] = [:]
  private(set) var languages: [String] = []
  private var hasUnnamedLanguage = false
  private(set) var defaultLanguage: String?
  let fileName: String
  /// Names of nodes by path, for nodes whose name stands once in the form.
  var names: [String: String] = [:]

  init(fileName: String) { self.fileName = fileName }

  func place(_ position: XMLPosition) -> SourcePosition {
    SourcePosition(file: fileName, line: position.line, column: position.column)
  }

  /// Reads the translations. pyxform fills gaps with a dash: those are taken as gaps again.
  mutating func read(_ itext: XMLElement) {
    for translation in itext.children("translation") {
      let written = (translation.attribute("lang") ?? "").composed
      // What pyxform calls "default" is a text without language.
      let language = written == "default" ? "" : written
      if language.isEmpty { hasUnnamedLanguage = true } else { languages.append(language) }
      if !language.isEmpty, translation.attribute("default") != nil { defaultLanguage = language }
      for text in translation.children("text") {
        guard let id = text.attribute("id") else { continue }
        for value in text.children("value") {
          let form = value.attribute("form") ?? ""
          let content = self.text(of: value)
          let stripped = form.isEmpty || form == "guidance" ? content : Self.mediaName(content)
          let entry = Localised.Entry(language: language, text: SourceText(stripped, at: place(value.position)))
          entries[id, default: [:]][form, default: Localised()].entries.append(entry)
        }
      }
    }
    if defaultLanguage == nil, !hasUnnamedLanguage { defaultLanguage = languages.first }
    for id in Array(entries.keys) {
      for (form, text) in entries[id] ?? [:] where text.entries.contains(where: { $0.text.text != "-" }) {
        entries[id]?[form]?.entries.removeAll { $0.text.text == "-" }
      }
    }
  }

  /// The texts of a label or hint element by form: a reference into the translations, or the text inside.
  func texts(of element: XMLElement, at path: String) -> Entry {
    if let reference = element.attribute("ref"), let id = Self.itextID(reference) {
      return (entries[id] ?? [:]).mapValues { resolved($0, at: path) }
    }
    let text = self.text(of: element)
    guard !text.isEmpty else { return [:] }
    return ["": resolved(Localised(SourceText(text, at: place(element.position))), at: path)]
  }

  /// The text of a message attribute: a reference into the translations, or the text itself.
  func message(_ value: String, at path: String, _ position: XMLPosition) -> Localised {
    if let id = Self.itextID(value) { return resolved(entries[id]?[""] ?? Localised(), at: path) }
    return Localised(SourceText(value.composed, at: place(position)))
  }

  /// The texts of an itext id outside of any question.
  func texts(id: String) -> Entry { (entries[id] ?? [:]).mapValues { resolved($0, at: "") } }

  /// Outputs that are plain references to a node of unique name, as seen from a node, become `${name}`.
  private func resolved(_ text: Localised, at path: String) -> Localised {
    var result = text
    for place in result.entries.indices {
      let source = result.entries[place].text.text
      if source.hasBytes("${=") { result.entries[place].text.text = resolved(source, at: path) }
    }
    return result
  }

  private func resolved(_ text: String, at path: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.range(of: "${=") {
      result += rest[..<start.lowerBound]
      rest = rest[start.upperBound...]
      guard let close = rest.firstIndex(of: "}") else {
        result += "${="
        break
      }
      result += reference(String(rest[..<close]), at: path)
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// A path as `${name}` when the name stands once in the form, any other expression as `${=expression}`.
  func reference(_ value: String, at path: String) -> String {
    if let absolute = XFormPath.absolute(value, at: path), let name = names[absolute] { return "${" + name + "}" }
    return "${=" + value + "}"
  }

  /// The id in `jr:itext('id')`.
  static func itextID(_ reference: String) -> String? {
    guard reference.hasBytes("jr:itext") else { return nil }
    guard let argument = XFormPath.arguments(of: "jr:itext", in: reference)?.first, argument.count >= 2,
      let quote = argument.first, quote == "'" || quote == "\"", argument.last == quote
    else { return nil }
    return String(argument.dropFirst().dropLast())
  }

  /// `jr://images/a.png` as `a.png`.
  static func mediaName(_ uri: String) -> String {
    guard uri.hasPrefix("jr://") else { return uri }
    return uri.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).joined(separator: "/")
  }

  /// Text with outputs as `${=expression}`.
  private func text(of element: XMLElement) -> String {
    var text = ""
    for part in element.content {
      switch part {
      case .text(let piece): text += piece
      case .element(let child) where child.name.local == "output":
        text += "${=" + ColumnName.trimmed(child.attribute("value") ?? child.attribute("ref") ?? "") + "}"
      case .element(let child): text += self.text(of: child)
      case .rows: continue
      }
    }
    return ColumnName.trimmed(text).composed
  }
}

extension Substring {
  /// The first place of a piece of text.
  func range(of piece: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(piece) { return index..<self.index(index, offsetBy: piece.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
