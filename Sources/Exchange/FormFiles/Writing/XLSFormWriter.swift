internal import Forms
internal import Workbooks

/// Writes a definition as an XLSForm workbook that pyxform accepts. Our columns travel as namespaced attributes of the
/// bind, which other programs ignore.
struct XLSFormWriter {
  private let definition: FormDefinition
  private var losses: [FormLoss] = []
  private var attachments: [FormExport.Attachment] = []
  /// Lists that are files, by list name: the file's name in the export.
  private var fileLists: [String: (file: ChoiceList.File, name: String)] = [:]
  private var usedFileLists: Set<String> = []
  private var usesOwnColumns = false
  /// Instances that must not have the name of a question elsewhere: their id in the export, by their name here.
  private var renamed: [String: String] = [:]
  /// The languages in the order in which the form names them.
  private var languages: [String] = []

  /// The workbook, its data files and what is lost.
  static func write(_ definition: FormDefinition) -> FormExport {
    var writer = XLSFormWriter(definition)
    return writer.export()
  }

  private init(_ definition: FormDefinition) {
    self.definition = definition
    languages = definition.defaultLanguage.map { [$0.text] } ?? []
    noteLanguages(of: definition.title)
    noteLanguages(of: definition.survey)
    for list in definition.choices {
      if case .rows(let rows) = list.source { for row in rows { noteLanguages(of: row.label) } }
    }
    var names: Set<String> = []
    var selected: Set<String> = []
    Self.collect(definition.survey, names: &names, lists: &selected)
    for list in definition.choices {
      guard case .file(let file) = list.source else { continue }
      let ending = file.file.text.lastIndex(of: ".").map { String(file.file.text[$0...]) } ?? ".csv"
      if names.contains(list.name), !selected.contains(list.name) { renamed[list.name] = list.name + "_csv" }
      let name = (renamed[list.name] ?? list.name) + ending
      fileLists[list.name] = (file, name)
      attachments.append(FormExport.Attachment(reference: file.file.text, name: name))
    }
    for reference in definition.files.keys.sorted() where !attachments.contains(where: { $0.reference == reference }) {
      let base = reference.split(separator: "/").last.map(String.init) ?? reference
      attachments.append(FormExport.Attachment(reference: reference, name: base))
    }
  }

  /// The names of all rows and of the lists and files that selects draw from.
  private static func collect(_ rows: [SurveyRow], names: inout Set<String>, lists: inout Set<String>) {
    for row in rows {
      if let name = row.name?.text { names.insert(name) }
      if case .question(let type) = TypeReader.read(row.type.text) {
        switch type.choices {
        case .list(let list): lists.insert(list)
        case .file(let file): lists.insert(FileReferences.stem(file))
        case .external, .rows, nil: break
        }
      }
      collect(row.children, names: &names, lists: &lists)
    }
  }

  /// An expression as others understand it.
  private func portable(_ text: String) -> PortableExpression {
    var source = text
    for (name, id) in renamed {
      source = source.replacing("instance('\(name)')", with: "instance('\(id)')")
      source = source.replacing("instance(\"\(name)\")", with: "instance('\(id)')")
    }
    return PortableExpression(source)
  }

  private mutating func noteLanguages(of text: Localised) {
    for language in text.languages where !languages.contains(language) { languages.append(language) }
  }

  private mutating func noteLanguages(of rows: [SurveyRow]) {
    for row in rows {
      for column in TextColumn.allCases { row.texts[column].map { noteLanguages(of: $0) } }
      noteLanguages(of: row.children)
    }
  }

  private mutating func export() -> FormExport {
    var cells: [[String: String]] = []
    for row in definition.survey { add(row, to: &cells) }
    for (name, list) in fileLists.sorted(by: { $0.key < $1.key }) where !usedFileLists.contains(name) {
      let kind = list.name.hasSuffix(".xml") ? "xml-external" : "csv-external"
      if let id = renamed[name] {
        cells.append(["type": kind, "name": id, "khaosat_instance": name])
      } else {
        cells.append(["type": kind, "name": name])
      }
    }
    var files: [(name: String, bytes: [UInt8])] = []
    for (id, document) in definition.instances.sorted(by: { $0.key < $1.key }) {
      files.append((id + ".xml", DocumentXML.bytes(document)))
      cells.append(["type": "xml-external", "name": id])
    }
    var workbook = WorkbookWriter()
    workbook.add("survey", rows: Self.table(cells, order: surveyOrder(cells)))
    for (name, isExternal) in [("choices", false), ("external_choices", true)] {
      let rows = choiceCells(isExternal: isExternal)
      if !rows.isEmpty { workbook.add(name, rows: Self.table(rows, order: choiceOrder(rows))) }
    }
    workbook.add("settings", rows: settingsRows())
    if !definition.entities.isEmpty { workbook.add("entities", rows: entityRows()) }
    if definition.title.entries.count > 1 {
      // Sheets of other names are ignored elsewhere: the titles in all languages wait here for the way back.
      let titles = definition.title.entries.map { ["title", $0.language, $0.text.text] }
      workbook.add("khaosat", rows: [["key", "language", "value"]] + titles)
      losses.append(FormLoss(.titles))
    }
    return FormExport(
      bytes: workbook.finished(), attachments: attachments, files: files, losses: Self.unique(losses))
  }

  static func unique(_ losses: [FormLoss]) -> [FormLoss] {
    var seen: Set<FormLoss> = []
    return losses.filter { seen.insert($0).inserted }
  }

  // MARK: - Survey

  private mutating func add(_ row: SurveyRow, to cells: inout [[String: String]]) {
    if XLSFormTableLists.isAdded(row) { return }
    let name = row.name?.text ?? ""
    if row.isLayoutOnly {
      losses.append(FormLoss(.construct, question: name, ["group"]))
      for child in row.children { add(child, to: &cells) }
      return
    }
    let reading = TypeReader.read(row.type.text)
    var cell: [String: String] = ["name": name]
    fill(&cell, from: row, question: name)
    switch reading {
    case .question(let type) where type.kind == .group || type.kind == .repeat:
      let word = type.kind == .group ? "group" : "repeat"
      cell["type"] = "begin_" + word
      cells.append(cell)
      for child in row.children { add(child, to: &cells) }
      cells.append(["type": "end_" + word, "name": name])
    case .question(let type):
      cell["type"] = typeText(type, row: row, cell: &cell)
      cells.append(cell)
    case .instance, .unknown:
      cell["type"] = row.type.text
      cells.append(cell)
    }
  }

  /// The type column: a list that is a file becomes a select from a file.
  private mutating func typeText(_ type: QuestionType, row: SurveyRow, cell: inout [String: String]) -> String {
    guard type.kind.isSelect else {
      let canonical = type.kind.markup.typeName
      return canonical.lowercased() == row.type.text.lowercased() ? canonical : row.type.text
    }
    guard let choices = type.choices else {
      losses.append(FormLoss(.construct, question: row.name?.text ?? "", ["itemset"]))
      return "text"
    }
    let word = type.kind.markup.typeName
    switch choices {
    case .list(let name):
      guard let list = fileLists[name] else { return word + " " + name + (type.hasOther ? " or_other" : "") }
      if type.kind == .rank {
        losses.append(FormLoss(.construct, question: row.name?.text ?? "", ["rank " + list.name]))
      }
      usedFileLists.insert(name)
      var parameters = cell["parameters"].map { [$0] } ?? []
      let isGeoJSON = list.name.hasSuffix(".geojson")
      if let value = list.file.value, value != (isGeoJSON ? "id" : "name") { parameters.append("value=" + value) }
      if let label = list.file.label, label != (isGeoJSON ? "title" : "label") { parameters.append("label=" + label) }
      if !parameters.isEmpty { cell["parameters"] = parameters.joined(separator: " ") }
      return word + "_from_file " + list.name
    case .file(let name):
      let list = fileLists.first { $0.value.file.file.text == name }
      if let list { usedFileLists.insert(list.key) }
      return word + "_from_file " + (list?.value.name ?? name.split(separator: "/").last.map(String.init) ?? name)
    case .external(let name): return "select_one_external " + name
    case .rows(let name): return word + " ${" + name + "}"
    }
  }

  private mutating func fill(_ cell: inout [String: String], from row: SurveyRow, question: String) {
    for column in TextColumn.allCases {
      guard let text = row.texts[column], !text.isEmpty else { continue }
      if column == .warningMessage {
        cell["bind::khaosat:warningMessage"] = OwnTexts.write(text)
        usesOwnColumns = true
        continue
      }
      let isMedia = [.image, .bigImage, .audio, .video].contains(column)
      for entry in text.entries {
        let base = isMedia ? "media::" + column.rawValue : column.rawValue
        if entry.text.text.contains("${=") { losses.append(FormLoss(.construct, question: question, ["output"])) }
        cell[entry.language.isEmpty ? base : base + "::" + entry.language] = entry.text.text
      }
    }
    for (column, text) in row.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      fill(&cell, column, text.text, question: question)
    }
    for extra in row.extra { cell[extra.column] = extra.text.text }
  }

  private mutating func fill(_ cell: inout [String: String], _ column: Column, _ text: String, question: String) {
    switch column {
    case .warning, .missing, .ime, .unit, .personal:
      let codes: [Column: FormLoss.Code] = [
        .warning: .warning, .missing: .missing, .ime: .typingHelp, .unit: .unit, .personal: .personal,
      ]
      cell["bind::khaosat:" + column.rawValue] = text
      usesOwnColumns = true
      if let code = codes[column] { losses.append(FormLoss(code, question: question)) }
    case .relevant, .constraint, .required, .readOnly, .calculation, .choiceFilter, .defaultValue, .repeatCount:
      let portable = portable(text)
      cell[column.rawValue] = portable.text
      guard portable.text != text else { return }
      for (name, replacement) in portable.replaced {
        losses.append(FormLoss(.function, question: question, [name, replacement]))
      }
      cell["bind::khaosat:own-" + column.rawValue] = text
      usesOwnColumns = true
    case .initialValue: cell["default"] = DefaultText.literal(text)
    case .initialFormula: cell["default"] = DefaultText.formula(portable(text).text)
    case .fixedRows: cell["body::jr:noAddRemove"] = "true()"
    case .itemset, .query: return
    default: cell[column.rawValue] = text
    }
  }

  private static let media = ["media::image", "media::big-image", "media::audio", "media::video"]

  private func surveyOrder(_ cells: [[String: String]]) -> [String] {
    let first = ["type", "name", "label", "hint", "guidance_hint"]
    let then = Column.allCases.map(\.rawValue)
    return order(cells, first: first, then: ["constraint_message", "required_message"] + Self.media + then)
  }

  // MARK: - Other sheets

  private func choiceCells(isExternal: Bool) -> [[String: String]] {
    var cells: [[String: String]] = []
    for list in definition.choices where list.isExternal == isExternal {
      guard case .rows(let rows) = list.source else { continue }
      for row in rows {
        var cell = ["list_name": list.name, "name": row.name.text]
        for entry in row.label.entries {
          cell[entry.language.isEmpty ? "label" : "label::" + entry.language] = entry.text.text
        }
        for (column, text) in row.media {
          for entry in text.entries {
            let base = "media::" + column.rawValue
            cell[entry.language.isEmpty ? base : base + "::" + entry.language] = entry.text.text
          }
        }
        for extra in row.extra { cell[extra.column] = extra.text.text }
        cells.append(cell)
      }
    }
    return cells
  }

  private func choiceOrder(_ cells: [[String: String]]) -> [String] {
    order(cells, first: ["list_name", "name", "label"], then: Self.media)
  }

  private func settingsRows() -> [[String]] {
    var columns: [(String, String)] = []
    let language = definition.defaultLanguage?.text ?? ""
    if let title = definition.title.text(in: language) { columns.append(("form_title", title)) }
    columns.append(("form_id", definition.formID.text))
    if let version = definition.version { columns.append(("version", version.text)) }
    if let language = definition.defaultLanguage { columns.append(("default_language", language.text)) }
    if let name = definition.instanceName { columns.append(("instance_name", portable(name.text).text)) }
    if definition.rootName != "data" { columns.append(("name", definition.rootName)) }
    var namespaces = definition.settings["namespaces"]?.text ?? ""
    if usesOwnColumns && !namespaces.contains("khaosat=") {
      namespaces += (namespaces.isEmpty ? "" : " ") + "khaosat=\"\(ColumnName.ownNamespace)\""
    }
    if !namespaces.isEmpty { columns.append(("namespaces", namespaces)) }
    for (name, value) in definition.settings.sorted(by: { $0.key < $1.key }) where name != "namespaces" {
      columns.append((name, value.text))
    }
    return [columns.map(\.0), columns.map(\.1)]
  }

  private func entityRows() -> [[String]] {
    let header = ["list_name", "label", "entity_id", "create_if", "update_if", "repeat"]
    let rows = definition.entities.map { entity in
      [entity.listName, entity.label, entity.entityID, entity.createIf, entity.updateIf, entity.repeatName]
        .map { $0.map { portable($0.text).text } ?? "" }
    }
    let used = header.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    return ([header] + rows).map { row in used.map { row[$0] } }
  }

  // MARK: - Tables

  /// The columns in use: the known ones first, each followed by its languages.
  private func order(_ cells: [[String: String]], first: [String], then: [String]) -> [String] {
    var rest: [String] = []
    var seen: Set<String> = []
    for cell in cells {
      for key in cell.keys.sorted() where seen.insert(key).inserted { rest.append(key) }
    }
    var order: [String] = []
    for base in first + then {
      for key in [base] + languages.map({ base + "::" + $0 }) where seen.contains(key) && !order.contains(key) {
        order.append(key)
      }
    }
    return order + rest.filter { !order.contains($0) }
  }

  private static func table(_ cells: [[String: String]], order: [String]) -> [[String]] {
    [order] + cells.map { cell in order.map { cell[$0] ?? "" } }
  }
}
