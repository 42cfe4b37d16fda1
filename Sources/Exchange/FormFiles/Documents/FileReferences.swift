internal import Expressions
internal import Forms

/// Finds the data files that a definition names, reads them and puts them into it.
struct FileReferences {
  let files: any FormFileSource
  let limits: FormFileLimits

  /// Reads every file that choice lists, `select_…_from_file`, external instances and `pulldata()` name.
  mutating func attach(to loaded: inout LoadedForm) {
    var wanted: [(reference: String, position: SourcePosition)] = []
    for list in loaded.definition.choices {
      if case .file(let file) = list.source { wanted.append((file.file.text, file.file.position)) }
    }
    addExternalLists(to: &loaded)
    collect(loaded.definition.survey, into: &wanted)
    if let name = loaded.definition.instanceName { collect(name, into: &wanted) }
    for (reference, position) in wanted where loaded.definition.files[reference] == nil {
      if loaded.references.contains(reference) { continue }
      loaded.references.append(reference)
      do throws(FormFileProblem) {
        loaded.definition.files[reference] = try document(reference, at: position)
      } catch {
        loaded.problems.append(error)
      }
    }
  }

  /// Lists of select_one_external that the form itself does not hold lie in `itemsets.csv`, all in one table.
  private func addExternalLists(to loaded: inout LoadedForm) {
    var missing: [SurveyRow] = []
    func collect(_ rows: [SurveyRow]) {
      // Rows are read field by field: there are many, and few of them name a source.
      for place in rows.indices {
        if Self.mayNameSource(rows[place].type.text), case .question(let type) = TypeReader.read(rows[place].type.text),
          case .external(let name)? = type.choices,
          !loaded.definition.choices.contains(where: { $0.name == name })
        {
          missing.append(rows[place])
        }
        if !rows[place].children.isEmpty { collect(rows[place].children) }
      }
    }
    collect(loaded.definition.survey)
    guard let first = missing.first else { return }
    let place = first.type.position
    guard let bytes = try? files.bytes(of: "itemsets.csv", limit: limits.data, at: place) else { return }
    loaded.references.append("itemsets.csv")
    do throws(FormFileProblem) {
      let name = files.displayName(of: "itemsets.csv")
      let document = try CSVDocuments.document(bytes, fileName: name)
      loaded.definition.choices += Self.lists(in: document, position: SourcePosition(file: name))
    } catch {
      loaded.problems.append(error)
    }
  }

  /// The lists of an itemsets.csv, in the order of their first rows.
  private static func lists(in document: Document, position: SourcePosition) -> [ChoiceList] {
    var order: [String] = []
    var rows: [String: [ChoiceRow]] = [:]
    for item in document.root.map({ document.children(of: $0) }) ?? [] {
      var list = ""
      var row = ChoiceRow(name: SourceText("", at: position), position: position)
      for child in document.children(of: item) {
        let text = SourceText(document.value(of: child), at: position)
        switch document.name(of: child) {
        case "list_name", "list name": list = text.text
        case "name": row.name = text
        case "label": row.label = Localised(text)
        case let other: if !text.text.isEmpty { row.extra.append(SurveyRow.Extra(column: other, text: text)) }
        }
      }
      if list.isEmpty { continue }
      if rows[list] == nil { order.append(list) }
      rows[list, default: []].append(row)
    }
    return order.map {
      ChoiceList(name: $0, source: .rows(rows[$0] ?? []), isExternal: true, position: position)
    }
  }

  /// A file's name without folders and ending, which is the id of its instance.
  static func stem(_ name: String) -> String {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    return base.lastIndex(of: ".").map { String(base[..<$0]) } ?? base
  }

  private func document(_ reference: String, at position: SourcePosition) throws(FormFileProblem) -> Document {
    let name = files.displayName(of: reference)
    let lower = reference.lowercased()
    let isKnown = [".csv", ".xml", ".geojson"].contains { lower.hasSuffix($0) }
    guard isKnown else { throw FormFileProblem(.dataFormat, at: position, [reference]) }
    let bytes = try files.bytes(of: reference, limit: limits.data, at: position)
    if lower.hasSuffix(".csv") { return try CSVDocuments.document(bytes, fileName: name) }
    if lower.hasSuffix(".xml") { return try XMLDocuments.document(bytes, fileName: name) }
    return try GeoJSONDocuments.document(bytes, fileName: name)
  }

  private func collect(_ rows: [SurveyRow], into wanted: inout [(reference: String, position: SourcePosition)]) {
    for place in rows.indices {
      if Self.mayNameSource(rows[place].type.text) { collect(rows[place], into: &wanted) }
      if rows[place].columns.contains(where: { $0.hasBytes("pulldata") }) {
        for column in Column.allCases {
          if let text = rows[place].columns[column] { collect(text, into: &wanted) }
        }
      }
      if !rows[place].children.isEmpty { collect(rows[place].children, into: &wanted) }
    }
  }

  /// The file that the type of a row names.
  private func collect(_ row: SurveyRow, into wanted: inout [(reference: String, position: SourcePosition)]) {
    let words = row.type.text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let file = Self.fileName(inType: words) {
      wanted.append((file, row.type.position))
    } else if let kind = words.first, kind == "csv-external" || kind == "xml-external", let name = row.name {
      wanted.append((name.text + (kind == "csv-external" ? ".csv" : ".xml"), name.position))
    }
  }

  /// Whether the type of a row can name a file or a list outside of the form: such types have several words or a dash.
  private static func mayNameSource(_ type: String) -> Bool {
    type.utf8.contains { $0 <= 0x20 || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
  }

  /// The file of a `select_one_from_file x.csv` in any of its spellings.
  static func fileName(inType words: [String]) -> String? {
    guard !words.isEmpty else { return nil }
    let joined = words.joined(separator: " ").replacing("_", with: " ")
    guard joined.hasPrefix("select one from file ") || joined.hasPrefix("select multiple from file ") else {
      return nil
    }
    return words.first { word in
      let lower = word.lowercased()
      return [".csv", ".xml", ".geojson"].contains { lower.hasSuffix($0) }
    }
  }

  /// Files named by `pulldata('x', …)`.
  private func collect(_ text: SourceText, into wanted: inout [(reference: String, position: SourcePosition)]) {
    guard text.text.hasBytes("pulldata") else { return }
    let characters = Array(text.text)
    let word = Array("pulldata")
    var index = 0
    while index + word.count < characters.count {
      guard Array(characters[index..<(index + word.count)]) == word else {
        index += 1
        continue
      }
      index += word.count
      while index < characters.count, characters[index].isWhitespace || characters[index] == "(" { index += 1 }
      guard index < characters.count, characters[index] == "'" || characters[index] == "\"" else { continue }
      let start = index + 1
      guard let end = characters[start...].firstIndex(of: characters[index]) else { return }
      let name = String(characters[start..<end])
      let file = name.lowercased().hasSuffix(".csv") ? name : name + ".csv"
      wanted.append((file, text.position.advanced(by: start)))
      index = end
    }
  }
}
