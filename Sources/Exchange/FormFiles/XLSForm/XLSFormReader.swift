internal import Forms

/// Reads an XLSForm workbook into a definition, as tolerant of spellings as pyxform is. Problems are collected with
/// sheet and cell; only what cannot be read at all is thrown.
struct XLSFormReader {
  let fileName: String
  let limits: FormFileLimits
  var problems: [FormFileProblem] = []
  var definition: FormDefinition
  /// Whether runs of spaces in the survey sheet are made one (`clean_text_values`).
  var cleansText = true

  static let sheetNames = ["survey", "choices", "settings", "external_choices", "entities", "osm", "khaosat"]

  /// Reads the bytes of a workbook.
  static func read(
    _ bytes: [UInt8], fileName: String, limits: FormFileLimits
  ) throws(FormFileProblem) -> LoadedForm {
    let workbook = try Workbook(bytes, fileName: fileName)
    let start = SourcePosition(file: fileName)
    var reader = XLSFormReader(
      fileName: fileName, limits: limits,
      definition: FormDefinition(formID: SourceText("", at: start), fileName: fileName))
    let sheets = try reader.sheets(of: workbook)
    reader.noteSheets(workbook.sheetNames, missing: Self.sheetNames.filter { sheets[$0] == nil })
    guard let survey = sheets["survey"] else {
      let nearest = ColumnName.nearest("survey", among: workbook.sheetNames.map { $0.lowercased() })
      throw FormFileProblem(.missingSheet, at: start, ["survey"] + (nearest.map { [$0] } ?? []))
    }
    if let settings = sheets["settings"] { reader.readSettings(reader.table(settings, singleSpaced: false)) }
    if let choices = sheets["choices"] {
      reader.readChoices(reader.table(choices, singleSpaced: false), isExternal: false)
    }
    if let external = sheets["external_choices"] {
      reader.readChoices(reader.table(external, singleSpaced: false), isExternal: true)
    }
    if let entities = sheets["entities"] { reader.readEntities(reader.table(entities, singleSpaced: false)) }
    reader.readSurvey(reader.table(survey, singleSpaced: reader.cleansText))
    if let own = sheets["khaosat"] { reader.readTitles(reader.table(own, singleSpaced: false)) }
    reader.complete()
    return LoadedForm(definition: reader.definition, problems: reader.problems)
  }

  /// The sheets that forms have, by their lower-case name. A single sheet of another name is the survey.
  private func sheets(of workbook: Workbook) throws(FormFileProblem) -> [String: Sheet] {
    var sheets: [String: Sheet] = [:]
    for name in workbook.sheetNames {
      let lower = ColumnName.snake(name)
      if Self.sheetNames.contains(lower), sheets[lower] == nil {
        sheets[lower] = try workbook.sheet(name)
      } else if workbook.sheetNames.count == 1 {
        sheets["survey"] = try workbook.sheet(name)
      }
    }
    return sheets
  }

  private mutating func table(_ sheet: Sheet, singleSpaced: Bool) -> SheetTable {
    let table = SheetTable(sheet, fileName: fileName, singleSpaced: singleSpaced)
    problems += table.problems
    return table
  }

  mutating func report(_ code: FormFileProblemCode, at position: SourcePosition, _ arguments: [String] = []) {
    problems.append(FormFileProblem(code, at: position, arguments))
  }

  /// Id and title fall back on the file's name, as pyxform has it.
  private mutating func complete() {
    if definition.formID.text.isEmpty {
      let base = fileName.split(separator: "/").last.map(String.init) ?? fileName
      let stem = base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
      definition.formID = SourceText(stem, at: SourcePosition(file: fileName))
    }
    if definition.title.isEmpty { definition.title = Localised(definition.formID) }
  }

  // MARK: - Settings and entities

  private mutating func readSettings(_ table: SheetTable) {
    guard let row = table.rows.first else { return }
    var seen: [String: SheetTable.Header] = [:]
    for header in table.headers {
      if let earlier = seen.updateValue(header, forKey: ColumnName.snake(header.text)) {
        report(.duplicateColumn, at: header.position, [header.text, earlier.position.cell ?? earlier.text])
        continue
      }
      guard let text = row.cells[header.column] else { continue }
      switch SettingName(header: header.text) {
      case .formID:
        // form_id wins over the older id_string.
        if definition.formID.text.isEmpty || ColumnName.snake(header.text) == "form_id" { definition.formID = text }
      case .title(let language): definition.title.entries.append(Localised.Entry(language: language, text: text))
      case .version: definition.version = text
      case .defaultLanguage: definition.defaultLanguage = text
      case .instanceName: definition.instanceName = text
      case .rootName: definition.rootName = text.text
      case .other("namespaces"):
        // Our own namespace is declared by every export of ours.
        let others = text.text.split(separator: " ").filter { !$0.hasPrefix("khaosat=") }.joined(separator: " ")
        if !others.isEmpty { definition.settings["namespaces"] = SourceText(others, at: text.position) }
      case .other(let name):
        definition.settings[name] = text
        if name == "clean_text_values" { cleansText = !["no", "false", "false()"].contains(text.text.lowercased()) }
      case .unknown(let name): note(name, nearest: ColumnName.nearest(name, among: SettingName.known), at: header)
      }
    }
  }

  /// Reads the titles in all languages from the sheet in which an export of ours keeps them.
  private mutating func readTitles(_ table: SheetTable) {
    var columns: [String: Int] = [:]
    for header in table.headers { columns[header.text] = header.column }
    guard let key = columns["key"], let language = columns["language"], let value = columns["value"] else { return }
    let entries = table.rows.compactMap { row -> Localised.Entry? in
      guard row.cells[key]?.text == "title", let text = row.cells[value] else { return nil }
      return Localised.Entry(language: row.cells[language]?.text ?? "", text: text)
    }
    if !entries.isEmpty { definition.title = Localised(entries) }
  }

  private mutating func readEntities(_ table: SheetTable) {
    for row in table.rows {
      var entity = EntityRow(listName: SourceText("", at: row.position), position: row.position)
      for header in table.headers {
        guard let text = row.cells[header.column] else { continue }
        switch ColumnName.snake(header.text) {
        case "list_name", "dataset": entity.listName = text
        case "label": entity.label = text
        case "entity_id": entity.entityID = text
        case "create_if": entity.createIf = text
        case "update_if": entity.updateIf = text
        case "repeat": entity.repeatName = text
        default: continue
        }
      }
      if entity.listName.text.isEmpty {
        report(.missingColumn, at: row.position, ["list_name"])
      } else {
        definition.entities.append(entity)
      }
    }
  }
}
