internal import Forms

extension XLSFormReader {
  /// What a header of the choices sheet means.
  private enum ChoiceColumn {
    case listName
    case name
    case label(String)
    case media(TextColumn, String)
    case extra(String)
    case ignored
  }

  /// Reads the choices or external_choices sheet. Rows of one list may stand apart.
  mutating func readChoices(_ table: SheetTable, isExternal: Bool) {
    var columns: [(header: SheetTable.Header, meaning: ChoiceColumn)] = []
    for header in table.headers {
      columns.append((header, Self.meaning(header.text, singleColon: !table.usesDoubleColon)))
    }
    guard !table.rows.isEmpty else { return }
    let hasName = columns.contains { column in if case .name = column.meaning { true } else { false } }
    guard hasName else {
      let place = table.headers.first?.position ?? SourcePosition(file: fileName, cell: table.name + "!A1")
      return report(.missingColumn, at: place, ["name"])
    }
    noteSlips(in: columns)
    var order: [String] = []
    var lists: [String: (rows: [ChoiceRow], position: SourcePosition)] = [:]
    for row in table.rows {
      guard let (list, choice) = choice(row, columns) else { continue }
      if lists[list] == nil {
        order.append(list)
        lists[list] = ([], row.position)
      }
      lists[list]?.rows.append(choice)
    }
    for name in order {
      guard let list = lists[name] else { continue }
      definition.choices.append(
        ChoiceList(name: name, source: .rows(list.rows), isExternal: isExternal, position: list.position))
    }
  }

  /// Columns of the author's own are wanted here, so that only slips of a column that is not there are pointed out.
  private mutating func noteSlips(in columns: [(header: SheetTable.Header, meaning: ChoiceColumn)]) {
    var missing: Set<String> = ["label", "list_name", "image", "audio", "video"]
    for (_, meaning) in columns {
      switch meaning {
      case .label: missing.remove("label")
      case .listName: missing.remove("list_name")
      case .media(let column, _): missing.remove(column.rawValue)
      case .name, .extra, .ignored: continue
      }
    }
    for (header, meaning) in columns {
      switch meaning {
      case .extra, .ignored: break
      default: continue
      }
      let (written, language) = Self.parted(header.text)
      guard let nearest = ColumnName.nearest(written, among: missing.sorted()), ColumnName.isSlip(written, of: nearest)
      else { continue }
      note(header.text, nearest: nearest + language, at: header)
    }
  }

  private static func meaning(_ header: String, singleColon: Bool) -> ChoiceColumn {
    switch ColumnName.snake(header) {
    case "list_name", "list": return .listName
    default: break
    }
    switch ColumnName(header: header, singleColon: singleColon) {
    case .name: return .name
    case .text(.label, let language): return .label(language)
    case .text(let column, let language)
    where [.image, .bigImage, .audio, .video].contains(column):
      return .media(column, language)
    default: return isElementName(header) ? .extra(header) : .ignored
    }
  }

  /// Whether a header can be an element's name; others are notes to the author.
  static func isElementName(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  private mutating func choice(
    _ row: SheetTable.Row, _ columns: [(header: SheetTable.Header, meaning: ChoiceColumn)]
  ) -> (list: String, choice: ChoiceRow)? {
    var list: String?
    var name: SourceText?
    var choice = ChoiceRow(name: SourceText("", at: row.position), position: row.position)
    for (header, meaning) in columns {
      guard let text = row.cells[header.column] else { continue }
      switch meaning {
      case .listName: list = text.text
      case .name: name = text
      case .label(let language): choice.label.entries.append(Localised.Entry(language: language, text: text))
      case .media(let column, let language):
        choice.media[column, default: Localised()].entries.append(Localised.Entry(language: language, text: text))
      case .extra(let column): choice.extra.append(SurveyRow.Extra(column: column, text: text))
      case .ignored: continue
      }
    }
    guard let list else {
      // Such a row is passed over: it may be a note to the author, or a list's name was left out.
      if let name { definition.notices.append(FormProblem(.choiceWithoutList, at: row.position, [name.text])) }
      return nil
    }
    guard let name else {
      report(.missingColumn, at: row.position, ["name"])
      return nil
    }
    choice.name = name
    return (list, choice)
  }
}
