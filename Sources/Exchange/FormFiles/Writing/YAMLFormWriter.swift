internal import Forms

/// Writes a definition as form.yaml.
struct YAMLFormWriter {
  private var text = ""
  private let definition: FormDefinition
  /// New names of data files by the name in the definition.
  private let fileNames: [String: String]

  /// The bytes of the form.yaml.
  static func write(_ definition: FormDefinition, fileNames: [String: String] = [:]) -> [UInt8] {
    var writer = YAMLFormWriter(definition: definition, fileNames: fileNames)
    writer.writeForm()
    return Array(writer.text.utf8)
  }

  private init(definition: FormDefinition, fileNames: [String: String]) {
    self.definition = definition
    self.fileNames = fileNames
  }

  private mutating func line(_ indent: Int, _ text: String) {
    self.text += String(repeating: " ", count: indent) + text + "\n"
  }

  private mutating func entry(_ indent: Int, _ key: String, _ value: SourceText?) {
    if let value { line(indent, "\(key): \(YAMLScalar.write(value.text))") }
  }

  /// A text, or a map of languages.
  private static func localised(_ value: Localised, inFlow: Bool) -> String {
    if value.entries.count == 1, let only = value.entries.first, only.language.isEmpty {
      return YAMLScalar.write(only.text.text, inFlow: inFlow)
    }
    let parts = value.entries.map {
      YAMLScalar.write($0.language, inFlow: true) + ": " + YAMLScalar.write($0.text.text, inFlow: true)
    }
    return "{ " + parts.joined(separator: ", ") + " }"
  }

  private mutating func writeForm() {
    entry(0, "form_id", definition.formID)
    entry(0, "version", definition.version)
    if !definition.title.isEmpty { line(0, "title: " + Self.localised(definition.title, inFlow: false)) }
    entry(0, "default_language", definition.defaultLanguage)
    entry(0, "instance_name", definition.instanceName)
    if definition.rootName != "data" { line(0, "name: " + YAMLScalar.write(definition.rootName)) }
    for (name, value) in definition.settings.sorted(by: { $0.key < $1.key }) {
      entry(0, name.contains(":") ? "\"\(name)\"" : name, value)
    }
    writeChoices(definition.choices.filter { !$0.isExternal }, key: "choices")
    writeChoices(definition.choices.filter(\.isExternal), key: "external_choices")
    line(0, "survey:")
    for row in definition.survey { write(row, indent: 2) }
    if !definition.entities.isEmpty { line(0, "entities:") }
    for entity in definition.entities {
      let columns: [(String, SourceText?)] = [
        ("list_name", entity.listName), ("label", entity.label), ("entity_id", entity.entityID),
        ("create_if", entity.createIf), ("update_if", entity.updateIf), ("repeat", entity.repeatName),
      ]
      let parts = columns.compactMap { name, value in
        value.map { "\(name): \(YAMLScalar.write($0.text, inFlow: true))" }
      }
      line(2, "- { " + parts.joined(separator: ", ") + " }")
    }
  }

  private mutating func writeChoices(_ lists: [ChoiceList], key: String) {
    if lists.isEmpty { return }
    line(0, key + ":")
    for list in lists {
      let name = YAMLScalar.write(list.name, inFlow: true)
      switch list.source {
      case .file(let file):
        var parts = ["file: " + YAMLScalar.write(fileNames[file.file.text] ?? file.file.text, inFlow: true)]
        if let value = file.value { parts.append("value: " + YAMLScalar.write(value, inFlow: true)) }
        if let label = file.label { parts.append("label: " + YAMLScalar.write(label, inFlow: true)) }
        line(2, "\(name): { \(parts.joined(separator: ", ")) }")
      case .rows(let rows):
        line(2, rows.isEmpty ? "\(name): []" : "\(name):")
        for row in rows { line(4, "- { \(Self.choice(row)) }") }
      }
    }
  }

  private static func choice(_ row: ChoiceRow) -> String {
    var parts = ["name: " + YAMLScalar.write(row.name.text, inFlow: true)]
    if !row.label.isEmpty { parts.append("label: " + localised(row.label, inFlow: true)) }
    for column in TextColumn.allCases {
      if let text = row.media[column], !text.isEmpty {
        parts.append(column.rawValue + ": " + localised(text, inFlow: true))
      }
    }
    for extra in row.extra {
      parts.append(
        YAMLScalar.write(extra.column, inFlow: true) + ": " + YAMLScalar.write(extra.text.text, inFlow: true))
    }
    return parts.joined(separator: ", ")
  }

  private mutating func write(_ row: SurveyRow, indent: Int) {
    var type = row.type.text
    for (old, new) in fileNames where type.hasSuffix(" " + old) { type = type.dropLast(old.count) + new }
    line(indent, "- type: " + YAMLScalar.write(type))
    entry(indent + 2, "name", row.name)
    if row.isLayoutOnly { line(indent + 2, "layout_only: yes") }
    for column in TextColumn.allCases {
      if let text = row.texts[column], !text.isEmpty {
        line(indent + 2, column.rawValue + ": " + Self.localised(text, inFlow: false))
      }
    }
    for column in Column.allCases { entry(indent + 2, column.rawValue, row.columns[column]) }
    for extra in row.extra { entry(indent + 2, "\"\(extra.column)\"", extra.text) }
    if row.children.isEmpty { return }
    line(indent + 2, "children:")
    for child in row.children { write(child, indent: indent + 4) }
  }
}
