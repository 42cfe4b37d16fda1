internal import Expressions
internal import Forms
internal import XML

/// The itext of an XForm that is written: which texts go through it, and its translations.
struct XFormTextTable {
  /// One text by form: the label itself, pictures, guidance.
  private struct Entry {
    let id: String
    /// Parts by form and language.
    var forms: [(form: String, texts: [(language: String, parts: [TextTemplate.Part])])]
  }

  private let form: CheckedForm
  private var entries: [Entry] = []
  private var ids: Set<String> = []
  let languages: [String]
  /// Lists to which a question adds an own answer.
  private(set) var listsWithOther: Set<String> = []
  private var translatedLists: Set<String> = []

  static let mediaFolders: [TextColumn: String] = [
    .image: "images", .bigImage: "images", .audio: "audio", .video: "video",
  ]

  init(_ form: CheckedForm) {
    self.form = form
    languages = form.languages
  }

  /// Collects what goes through itext: every text in more than no language, and everything with media.
  mutating func collect() {
    for node in form.nodes {
      collectLabel(node)
      collect([(.hint, ""), (.guidanceHint, "guidance")], of: node, id: node.path + ":hint")
      collect([(.constraintMessage, "")], of: node, id: node.path + ":jr:constraintMsg")
      collect([(.requiredMessage, "")], of: node, id: node.path + ":jr:requiredMsg")
    }
    collectOthers(form.definition.survey)
    for list in form.definition.choices {
      guard case .rows(let rows) = list.source else { continue }
      let needs = rows.contains { row in
        row.label.entries.contains { !$0.language.isEmpty } || !row.media.isEmpty || row.label.hasReferences
      }
      if needs { translatedLists.insert(list.name) }
    }
  }

  private mutating func collectOthers(_ rows: [SurveyRow]) {
    for row in rows {
      if case .question(let type) = TypeReader.read(row.type.text), type.hasOther, case .list(let name)? = type.choices
      {
        listsWithOther.insert(name)
      }
      collectOthers(row.children)
    }
  }

  private mutating func collectLabel(_ node: FormNode) {
    collect(
      [(.label, ""), (.image, "image"), (.bigImage, "big-image"), (.audio, "audio"), (.video, "video")], of: node,
      id: node.path + ":label")
  }

  private mutating func collect(_ columns: [(column: TextColumn, form: String)], of node: FormNode, id: String) {
    let present = columns.filter { node.texts[$0.column] != nil }
    let isPlain = present.allSatisfy { item in
      item.form.isEmpty && node.texts[item.column]?.templates.allSatisfy { $0.language.isEmpty } == true
    }
    guard !present.isEmpty, !isPlain else { return }
    var entry = Entry(id: id, forms: [])
    for (column, form) in present {
      let templates = node.texts[column]?.templates ?? []
      let texts = templates.map { template in
        (template.language, Self.parts(template, folder: Self.mediaFolders[column]))
      }
      entry.forms.append((form, texts))
    }
    ids.insert(id)
    entries.append(entry)
  }

  private static func parts(_ template: TextTemplate, folder: String?) -> [TextTemplate.Part] {
    guard let folder else { return template.parts }
    return [.literal("jr://\(folder)/")] + template.parts
  }

  /// Whether a text goes through itext.
  func contains(_ id: String) -> Bool { ids.contains(id) }

  /// Whether the labels of a list go through itext.
  func isTranslated(list: String) -> Bool { translatedLists.contains(list) }

  /// Writes the translations. A language without a text gets a dash, as pyxform does: every text must be in every language.
  func write(to writer: inout XMLWriter, losses: inout [FormLoss]) {
    guard !entries.isEmpty || !translatedLists.isEmpty else { return }
    let shown = languages.isEmpty ? ["default"] : languages
    writer.start("itext")
    for language in shown {
      let isDefault = language == (languages.isEmpty ? "default" : form.defaultLanguage)
      writer.start("translation", [("lang", language)] + (isDefault ? [("default", "true()")] : []))
      for list in form.definition.choices where translatedLists.contains(list.name) {
        writeList(list, language: language, isDefault: isDefault, to: &writer)
      }
      for entry in entries {
        writer.start("text", [("id", entry.id)])
        for (form, texts) in entry.forms {
          let found = texts.first { $0.language == language } ?? (isDefault ? texts.first { $0.language.isEmpty } : nil)
          guard found != nil || form.isEmpty || form == "guidance" else { continue }
          writer.start("value", form.isEmpty ? [] : [("form", form)])
          if let found { Self.write(found.parts, to: &writer) } else { writer.text("-") }
          writer.end()
        }
        writer.end()
      }
      writer.end()
    }
    writer.end()
  }

  private func writeList(_ list: ChoiceList, language: String, isDefault: Bool, to writer: inout XMLWriter) {
    guard case .rows(var rows) = list.source else { return }
    if listsWithOther.contains(list.name), !rows.contains(where: { $0.name.text == "other" }) {
      rows.append(ChoiceRow(name: SourceText("other"), label: Localised(SourceText("Other"))))
    }
    for (number, row) in rows.enumerated() {
      writer.start("text", [("id", "\(list.name)-\(number)")])
      let label =
        row.label.entries.first { $0.language == language }
        ?? row.label.entries.first { $0.language.isEmpty && (isDefault || row.label.entries.count == 1) }
      writer.start("value")
      writeLabel(label?.text.text ?? "-", to: &writer)
      writer.end()
      for (column, text) in row.media.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        let found =
          text.entries.first { $0.language == language }
          ?? (isDefault ? text.entries.first { $0.language.isEmpty } : nil)
        guard let found, let folder = Self.mediaFolders[column] else { continue }
        writer.element("value", [("form", column.rawValue)], text: "jr://\(folder)/" + found.text.text)
      }
      writer.end()
    }
  }

  /// Writes the label of a choice: what it refers to becomes an output with the whole path, as pyxform has it, because
  /// many questions may offer the choice.
  private func writeLabel(_ text: String, to writer: inout XMLWriter) {
    var rest = text[...]
    while let start = rest.range(of: "${"), let end = rest[start.upperBound...].firstIndex(of: "}") {
      writer.text(String(rest[..<start.lowerBound]))
      let inner = String(rest[start.upperBound..<end])
      let expression = inner.hasPrefix("=") ? String(inner.dropFirst()) : ColumnName.trimmed(inner)
      let path = inner.hasPrefix("=") ? nil : form.nodes.first { $0.name == expression }?.path
      writer.element("output", [("value", path ?? PortableExpression(expression).text)])
      rest = rest[rest.index(after: end)...]
    }
    writer.text(String(rest))
  }

  /// Writes text with its computed pieces as outputs.
  static func write(_ parts: [TextTemplate.Part], to writer: inout XMLWriter) {
    for part in parts {
      switch part {
      case .literal(let text): writer.text(text)
      case .formula(let formula):
        writer.element("output", [("value", PortableExpression(formula.formula.source).text)])
      }
    }
  }
}
