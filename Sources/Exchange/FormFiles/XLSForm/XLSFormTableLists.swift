internal import Forms

/// The nodes that pyxform adds to a group shown as a table of selects: one for the label of the group, one for the labels
/// of the choices. Here nobody is asked them, but submissions have to hold them like everybody else's.
enum XLSFormTableLists {
  private static let labelName = "generated_table_list_label_"
  private static let choicesName = "reserved_name_for_field_list_labels_"

  /// Whether a row is one of the added ones; what writes a workbook leaves them out, as they are added again.
  static func isAdded(_ row: SurveyRow) -> Bool {
    guard row.type.text == "hidden", let name = row.name?.text else { return false }
    return name.hasPrefix(labelName) || name.hasPrefix(choicesName)
  }

  /// Rows with the added ones inside.
  static func completed(_ rows: [SurveyRow]) -> [SurveyRow] {
    rows.map { row in
      guard !row.children.isEmpty else { return row }
      var group = row
      group.children = completed(row.children)
      guard isTableList(row) else { return group }
      _ = addChoices(to: &group.children)
      if row.texts[.label] != nil || row.texts[.hint] != nil {
        group.children.insert(added(labelName, at: row.position), at: 0)
      }
      return group
    }
  }

  private static func isTableList(_ row: SurveyRow) -> Bool {
    row.columns[.appearance]?.text.split(whereSeparator: \.isWhitespace).contains("table-list") ?? false
  }

  /// Adds the row before the first select; says whether the search is over.
  private static func addChoices(to rows: inout [SurveyRow]) -> Bool {
    for place in rows.indices {
      if isSelect(rows[place]) {
        rows.insert(added(choicesName, at: rows[place].position), at: place)
        return true
      }
      guard !rows[place].children.isEmpty else { continue }
      // What follows the end of an inner group belongs to no table any more.
      if !isTableList(rows[place]) { _ = addChoices(to: &rows[place].children) }
      return true
    }
    return false
  }

  private static func isSelect(_ row: SurveyRow) -> Bool {
    guard case .question(let type) = TypeReader.read(row.type.text) else { return false }
    return type.kind == .selectOne || type.kind == .selectMultiple || type.kind == .rank
  }

  private static func added(_ name: String, at position: SourcePosition) -> SurveyRow {
    SurveyRow(
      type: SourceText("hidden", at: position), name: SourceText("\(name)\(position.line)", at: position),
      position: position)
  }
}
