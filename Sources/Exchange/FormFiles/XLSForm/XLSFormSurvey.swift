internal import Forms

extension XLSFormReader {
  /// A group or repeat that is open while rows are read.
  private struct OpenGroup {
    var row: SurveyRow
    /// The cell in which it began.
    var typeCell: String
  }

  /// Reads the survey sheet: rows nested by begin and end.
  mutating func readSurvey(_ table: SheetTable) {
    let columns = surveyColumns(table)
    let hasType = columns.contains { $0.meaning == .type }
    guard hasType else {
      let place = table.headers.first?.position ?? SourcePosition(file: fileName, cell: "survey!A1")
      return report(.missingColumn, at: place, ["type"])
    }
    var open: [OpenGroup] = []
    var top: [SurveyRow] = []
    for tableRow in table.rows {
      guard let row = surveyRow(tableRow, columns) else { continue }
      if readSettingRow(row) { continue }
      switch ControlWord(row.type.text) {
      case .begin(let kind):
        guard open.count < limits.depth else {
          report(.tooDeep, at: row.position, [String(limits.depth)])
          return
        }
        var group = row
        group.type.text = kind.rawValue
        open.append(OpenGroup(row: group, typeCell: row.type.position.cell ?? ""))
      case .end(let kind):
        guard let last = open.popLast() else {
          report(.endWithoutBegin, at: row.type.position, [kind.rawValue])
          continue
        }
        if last.row.type.text != kind.rawValue {
          report(
            .beginEndMismatch, at: row.type.position,
            [kind.rawValue, last.row.type.text, last.row.name?.text ?? "", last.typeCell])
        }
        if open.isEmpty { top.append(last.row) } else { open[open.count - 1].row.children.append(last.row) }
      case .loop: report(.unsupported, at: row.type.position, [row.type.text])
      case .other:
        if open.isEmpty { top.append(row) } else { open[open.count - 1].row.children.append(row) }
      }
    }
    while let last = open.popLast() {
      report(.beginWithoutEnd, at: last.row.type.position, [last.row.type.text, last.row.name?.text ?? ""])
      if open.isEmpty { top.append(last.row) } else { open[open.count - 1].row.children.append(last.row) }
    }
    definition.survey = XLSFormTableLists.completed(top)
  }

  /// The meaning of every header; two of one meaning are a problem, unknown ones are passed over with a warning.
  private mutating func surveyColumns(_ table: SheetTable) -> [(column: Int, meaning: ColumnName)] {
    var columns: [(column: Int, meaning: ColumnName)] = []
    var seen: [ColumnName: String] = [:]
    for header in table.headers {
      let meaning = ColumnName(header: header.text, singleColon: !table.usesDoubleColon)
      if case .unknown(let name) = meaning {
        // Columns for answering by text message are old ones that other tools know and pass over as well.
        let isEmpty = !table.rows.contains { $0.cells[header.column] != nil }
        if isEmpty || ColumnName.snake(name).hasPrefix("sms_") { continue }
        let (written, language) = Self.parted(name)
        let nearest = ColumnName.nearest(written, among: ColumnName.known)
        note(name, nearest: nearest.map { $0 + language }, at: header)
        continue
      }
      if meaning == .children { continue }
      if let other = seen.updateValue(header.text, forKey: meaning) {
        report(.duplicateColumn, at: header.position, [header.text, other])
        continue
      }
      columns.append((header.column, meaning))
    }
    return columns
  }

  /// A header without its language, and that part.
  static func parted(_ header: String) -> (name: String, language: String) {
    guard let colon = header.firstIndex(of: ":") else { return (header, "") }
    return (String(header[..<colon]), String(header[colon...]))
  }

  private mutating func surveyRow(
    _ tableRow: SheetTable.Row, _ columns: [(column: Int, meaning: ColumnName)]
  ) -> SurveyRow? {
    var row = SurveyRow(type: SourceText("", at: tableRow.position), name: nil, position: tableRow.position)
    var isDisabled = false
    var instanceName: SourceText?
    var originals = ColumnCells()
    for (column, meaning) in columns {
      guard let text = tableRow.cells[column] else { continue }
      switch meaning {
      case .type: row.type = text
      case .name: row.name = text
      case .disabled: isDisabled = ["yes", "true", "true()"].contains(text.text.lowercased())
      case .column(let column): row.columns[column] = text
      case .original(let column): originals[column] = text
      case .text(.warningMessage, "") where text.text.hasPrefix("{"):
        row.texts[.warningMessage] = OwnTexts.read(text.text, at: text.position)
      case .text(let column, let language):
        row.texts[column, default: Localised()].entries.append(Localised.Entry(language: language, text: text))
      case .extra(let name): row.extra.append(SurveyRow.Extra(column: name, text: text))
      case .instanceName: instanceName = text
      case .children, .unknown, .layoutOnly: continue
      }
    }
    if isDisabled { return nil }
    if let instanceName, let name = row.name {
      let ending = row.type.text == "xml-external" ? ".xml" : ".csv"
      let file = ChoiceList.File(file: SourceText(name.text + ending, at: name.position))
      definition.choices.append(
        ChoiceList(name: instanceName.text, source: .file(file), position: instanceName.position))
      return nil
    }
    row.columns.replace(with: originals)
    guard !row.type.text.isEmpty else {
      // Without type, name and label the row is a comment.
      if row.name != nil || row.texts[.label] != nil {
        report(.missingType, at: tableRow.position, row.name.map { [$0.text] } ?? [])
      }
      return nil
    }
    row.type.text = ColumnName.collapsed(row.type.text)
    if row.type.text == "audit" { row.name = SourceText("audit", at: row.type.position) }
    if row.name == nil, row.type.text.lowercased() == "note" {
      row.name = SourceText("generated_note_name_\(tableRow.number)", at: row.type.position)
    }
    return row
  }

  /// Settings may stand in the survey sheet as a type with the value in the name column.
  private mutating func readSettingRow(_ row: SurveyRow) -> Bool {
    switch ColumnName.snake(row.type.text) {
    case "set_form_title", "form_title":
      if let name = row.name { definition.title = Localised(name) }
    case "set_form_id", "form_id":
      if let name = row.name { definition.formID = name }
    default: return false
    }
    return true
  }
}

/// What the type column says about nesting.
private enum ControlWord {
  enum Kind: String {
    case group
    case `repeat`
  }

  case begin(Kind)
  case end(Kind)
  case loop
  case other

  /// Reads `begin group`, `begin_repeat`, `end looped group` … in any case.
  init(_ type: String) {
    let words = type.lowercased().replacing("_", with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count >= 2, words[0] == "begin" || words[0] == "end" else {
      self = .other
      return
    }
    switch words.dropFirst().joined(separator: " ") {
    case "group": self = words[0] == "begin" ? .begin(.group) : .end(.group)
    case "repeat", "lgroup", "looped group": self = words[0] == "begin" ? .begin(.repeat) : .end(.repeat)
    default: self = words[1] == "loop" ? .loop : .other
    }
  }
}
