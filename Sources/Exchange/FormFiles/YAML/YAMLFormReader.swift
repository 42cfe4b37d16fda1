internal import Forms

/// Reads a form.yaml into a definition. Problems of vocabulary are collected; only what cannot be read at all is thrown.
struct YAMLFormReader {
  let fileName: String
  let limits: FormFileLimits
  var problems: [FormFileProblem] = []
  var definition: FormDefinition

  /// Reads the bytes of a form.yaml.
  static func read(
    _ bytes: [UInt8], fileName: String, limits: FormFileLimits
  ) throws(FormFileProblem) -> LoadedForm {
    let start = SourcePosition(file: fileName)
    guard bytes.count <= limits.yaml else {
      throw FormFileProblem(.fileTooLarge, at: start, [fileName, String(limits.yaml >> 20)])
    }
    let root = try YAMLTree.read(bytes, fileName: fileName)
    guard case .map(let entries, _) = root else {
      throw FormFileProblem(.expectedMap, at: root.position, ["form"])
    }
    var reader = YAMLFormReader(
      fileName: fileName, limits: limits,
      definition: FormDefinition(formID: SourceText("", at: start), fileName: fileName))
    for (key, value) in entries { reader.readTop(key, value) }
    if reader.definition.formID.text.isEmpty {
      reader.report(.missingColumn, at: start, ["form_id"])
    }
    reader.problems.sort { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
    return LoadedForm(definition: reader.definition, problems: reader.problems)
  }

  mutating func report(_ code: FormFileProblemCode, at position: SourcePosition, _ arguments: [String] = []) {
    problems.append(FormFileProblem(code, at: position, arguments))
  }

  private mutating func readTop(_ key: SourceText, _ value: YAMLValue) {
    switch key.text {
    case "survey": definition.survey = rows(value, depth: 0)
    case "choices": readChoices(value, isExternal: false)
    case "external_choices": readChoices(value, isExternal: true)
    case "entities": readEntities(value)
    case "settings":
      guard let entries = map(value, "settings") else { return }
      for (name, setting) in entries { readSetting(name, setting) }
    default: readSetting(key, value)
    }
  }

  private mutating func readSetting(_ key: SourceText, _ value: YAMLValue) {
    switch SettingName(header: key.text) {
    case .title(let language):
      if language.isEmpty {
        definition.title.entries += localised(value, "title").entries
      } else if let text = text(value, key.text) {
        definition.title.entries.append(Localised.Entry(language: language, text: text))
      }
    case .formID: if let text = text(value, key.text) { definition.formID = text }
    case .version: definition.version = text(value, key.text)
    case .defaultLanguage: definition.defaultLanguage = text(value, key.text)
    case .instanceName: definition.instanceName = text(value, key.text)
    case .rootName: if let text = text(value, key.text) { definition.rootName = text.text }
    case .other(let name): definition.settings[name] = text(value, key.text)
    case .unknown(let name):
      let nearest = ColumnName.nearest(name, among: SettingName.known)
      report(.unknownColumn, at: key.position, [name] + (nearest.map { [$0] } ?? []))
    }
  }

  // MARK: - Choices and entities

  private mutating func readChoices(_ value: YAMLValue, isExternal: Bool) {
    guard let lists = map(value, "choices") else { return }
    for (name, content) in lists {
      guard let source = choiceSource(content, list: name.text) else { continue }
      definition.choices.append(
        ChoiceList(name: name.text, source: source, isExternal: isExternal, position: name.position))
    }
  }

  private mutating func choiceSource(_ value: YAMLValue, list: String) -> ChoiceList.Source? {
    switch value {
    case .list(let items, _): return .rows(items.compactMap { choice($0) })
    case .map(let entries, let position):
      var file: SourceText?
      var valueColumn: String?
      var labelColumn: String?
      for (key, item) in entries {
        switch key.text {
        case "file": file = text(item, key.text)
        case "value": valueColumn = text(item, key.text)?.text
        case "label": labelColumn = text(item, key.text)?.text
        default:
          let nearest = ColumnName.nearest(key.text, among: ["file", "value", "label"])
          report(.unknownColumn, at: key.position, [key.text] + (nearest.map { [$0] } ?? []))
        }
      }
      guard let file else {
        report(.missingColumn, at: position, ["file"])
        return nil
      }
      return .file(ChoiceList.File(file: file, value: valueColumn, label: labelColumn))
    case .null: return .rows([])
    case .text(let text):
      report(.expectedList, at: text.position, [list])
      return nil
    }
  }

  private mutating func choice(_ value: YAMLValue) -> ChoiceRow? {
    guard let entries = map(value, "choice") else { return nil }
    var row = ChoiceRow(name: SourceText("", at: value.position), position: value.position)
    var hasName = false
    for (key, item) in entries {
      switch ColumnName(header: key.text) {
      case .name:
        guard let text = text(item, key.text) else { continue }
        row.name = text
        hasName = true
      case .text(.label, let language): add(localised(item, key.text, language), to: &row.label)
      case .text(let column, let language)
      where [.image, .bigImage, .audio, .video].contains(column):
        add(localised(item, key.text, language), to: &row.media[column, default: Localised()])
      default:
        if let text = text(item, key.text) { row.extra.append(SurveyRow.Extra(column: key.text, text: text)) }
      }
    }
    if !hasName {
      report(.missingColumn, at: value.position, ["name"])
      return nil
    }
    return row
  }

  private mutating func readEntities(_ value: YAMLValue) {
    guard let items = list(value, "entities") else { return }
    for item in items {
      guard let entries = map(item, "entity") else { continue }
      var row = EntityRow(listName: SourceText("", at: item.position), position: item.position)
      for (key, content) in entries {
        let value = text(content, key.text)
        switch ColumnName.snake(key.text) {
        case "list_name", "dataset": if let value { row.listName = value }
        case "label": row.label = value
        case "entity_id": row.entityID = value
        case "create_if": row.createIf = value
        case "update_if": row.updateIf = value
        case "repeat": row.repeatName = value
        default:
          let known = ["list_name", "label", "entity_id", "create_if", "update_if", "repeat"]
          let nearest = ColumnName.nearest(key.text, among: known)
          report(.unknownColumn, at: key.position, [key.text] + (nearest.map { [$0] } ?? []))
        }
      }
      if row.listName.text.isEmpty {
        report(.missingColumn, at: item.position, ["list_name"])
      } else {
        definition.entities.append(row)
      }
    }
  }
}
