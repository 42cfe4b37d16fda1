internal import Expressions

/// The choice tables of a form and how questions find them.
struct ChoiceTables: Sendable {
  private(set) var tables: [ChoiceTable] = []
  private var byList: [String: Int] = [:]
  private var byFile: [String: Int] = [:]
  /// Tables of files by the columns that hold value and label: each select may name its own.
  private var byColumns: [Columns: Int] = [:]

  /// Which columns of a file a select reads.
  private struct Columns: Hashable {
    var instanceID: String
    var value: String
    var label: String
  }

  /// The tables of all lists of a definition and of all files that questions name.
  init(_ definition: FormDefinition, rows: [DraftRow]) {
    let language = definition.defaultLanguage?.text ?? ""
    let others = Set(rows.compactMap { row in row.type.flatMap { $0.hasOther ? $0.choices?.name : nil } })
    for list in definition.choices where byList[list.name] == nil {
      switch list.source {
      case .rows(let choices):
        add(Self.table(list.name, choices, language: language, hasOther: others.contains(list.name)))
      case .file(let file):
        let document = definition.files[file.file.text] ?? Self.nothing
        add(Self.table(list.name, file: file, document: document))
        byFile[file.file.text] = tables.count - 1
      }
      byList[list.name] = tables.count - 1
    }
    for case .file(let name)? in rows.map({ $0.type?.choices }) where byFile[name] == nil {
      let document = definition.files[name] ?? Self.nothing
      let file = ChoiceList.File(file: SourceText(name))
      add(Self.table(FileNames.stem(name), file: file, document: document))
      byFile[name] = tables.count - 1
    }
    for row in rows { addColumns(of: row) }
  }

  /// The table of a file with the columns that a select names, when they are others than the file's own.
  private mutating func addColumns(of row: DraftRow) {
    guard let parameters = row.row.columns[.parameters]?.text, let choices = row.type?.choices,
      let base = find(choices, parameters: [:]), tables[base].isFile
    else { return }
    let named = (ParameterReader.read(parameters) ?? []).map { ($0.name, $0.value) }
    let columns = Self.columns(Dictionary(named) { $1 }, of: tables[base])
    let table = tables[base]
    let isOwn = columns.value != table.valueName || columns.label != table.labelName
    guard isOwn, byColumns[columns] == nil else { return }
    byColumns[columns] = tables.count
    add(
      ChoiceTable(
        name: table.name, instanceID: table.instanceID, document: table.document, valueName: columns.value,
        labelName: columns.label, isFile: true))
  }

  private static func columns(_ parameters: [String: String], of table: ChoiceTable) -> Columns {
    Columns(
      instanceID: table.instanceID, value: parameters["value"] ?? table.valueName,
      label: parameters["label"] ?? table.labelName)
  }

  /// The table that a select draws from, by the columns that its parameters name.
  func find(_ choices: QuestionType.Choices, parameters: [String: String]) -> Int? {
    let base: Int? =
      switch choices {
      case .list(let name), .external(let name): byList[name]
      case .file(let name): byFile[name]
      case .rows: nil
      }
    guard let base, tables[base].isFile, !parameters.isEmpty else { return base }
    return byColumns[Self.columns(parameters, of: tables[base])] ?? base
  }

  /// The list of a file that does not exist yet.
  static var nothing: Document {
    var document = Document()
    document.appendElement("root", to: .document)
    return document
  }

  private mutating func add(_ table: ChoiceTable) { tables.append(table) }

  private static func table(_ name: String, file: ChoiceList.File, document: Document) -> ChoiceTable {
    let isGeoJSON = file.file.text.hasSuffix(".geojson")
    return ChoiceTable(
      name: name, instanceID: name, document: document, valueName: file.value ?? (isGeoJSON ? "id" : "name"),
      labelName: file.label ?? (isGeoJSON ? "title" : "label"), isFile: true)
  }

  private static func table(_ name: String, _ choices: [ChoiceRow], language: String, hasOther: Bool) -> ChoiceTable {
    var document = Document()
    let root = document.appendElement("root", to: .document)
    var labels: [NodeID: Localised] = [:]
    var referring: [(item: NodeID, label: Localised)] = []
    document.reserveCapacity(choices.count * (3 + (choices.first?.extra.count ?? 0)))
    // Names are looked up once, not for each of many thousand choices.
    let names = (item: Name("item"), name: Name("name"), label: Name("label"))
    var columns: [String: Name] = [:]
    for number in choices.indices {
      let item = document.appendElement(names.item, to: root)
      document.appendElement(names.name, to: item, value: choices[number].name.text)
      document.appendElement(names.label, to: item, value: choices[number].label.text(in: language) ?? "")
      if choices[number].label.entries.count > 1 {
        labels[item] = choices[number].label
        document.appendElement("itextId", to: item, value: "\(name)-\(number)")
      }
      if choices[number].label.hasReferences { referring.append((item, choices[number].label)) }
      for place in choices[number].extra.indices {
        let written = choices[number].extra[place].column
        let column = columns[written] ?? Name(written)
        columns[written] = column
        document.appendElement(column, to: item, value: choices[number].extra[place].text.text)
      }
    }
    if hasOther, !choices.contains(where: { $0.name.text == "other" }) {
      let item = document.appendElement("item", to: root)
      document.appendElement("name", to: item, value: "other")
      document.appendElement("label", to: item, value: "Other")
    }
    return ChoiceTable(name: name, instanceID: name, document: document, labels: labels, referring: referring)
  }
}

extension QuestionType.Choices {
  /// The name of the list, file or question.
  var name: String {
    switch self {
    case .list(let name), .file(let name), .external(let name), .rows(let name): name
    }
  }
}
