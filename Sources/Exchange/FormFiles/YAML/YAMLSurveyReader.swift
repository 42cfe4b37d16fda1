internal import Forms

extension YAMLFormReader {
  /// The rows of the survey or of a group.
  mutating func rows(_ value: YAMLValue, depth: Int) -> [SurveyRow] {
    guard depth < limits.depth else {
      report(.tooDeep, at: value.position, [String(limits.depth)])
      return []
    }
    guard let items = list(value, depth == 0 ? "survey" : "children") else { return [] }
    var rows: [SurveyRow] = []
    for item in items {
      guard let entries = map(item, "question") else { continue }
      if let row = row(entries, at: item.position, depth: depth) { rows.append(row) }
    }
    return rows
  }

  private mutating func row(
    _ entries: [(key: SourceText, value: YAMLValue)], at position: SourcePosition, depth: Int
  ) -> SurveyRow? {
    var row = SurveyRow(type: SourceText("", at: position), name: nil, position: position)
    var hasType = false
    for (key, value) in entries {
      switch ColumnName(header: key.text) {
      case .type:
        hasType = true
        if let text = text(value, key.text) { row.type = text }
      case .name: row.name = text(value, key.text)
      case .children: row.children = rows(value, depth: depth + 1)
      case .disabled:
        if let text = text(value, key.text), ["yes", "true"].contains(text.text.lowercased()) { return nil }
      case .layoutOnly: row.isLayoutOnly = text(value, key.text).map { ["yes", "true"].contains($0.text) } ?? false
      case .column(let column), .original(let column): row.columns[column] = columnText(value, column, key.text)
      case .text(let column, let language):
        add(localised(value, key.text, language), to: &row.texts[column, default: Localised()])
        if row.texts[column]?.isEmpty == true { row.texts[column] = nil }
      case .extra(let name):
        if let text = text(value, key.text) { row.extra.append(SurveyRow.Extra(column: name, text: text)) }
      case .instanceName: continue
      case .unknown(let name):
        let nearest = ColumnName.nearest(name, among: ColumnName.known)
        report(.unknownColumn, at: key.position, [name] + (nearest.map { [$0] } ?? []))
      }
    }
    if row.type.text.isEmpty {
      // A type of the wrong shape is reported already.
      if hasType && problems.last?.code == .expectedText { return nil }
      report(.missingType, at: position, row.name.map { [$0.text] } ?? [])
      return nil
    }
    return row
  }

  /// A column's text. Lists and maps are accepted where XLSForm writes several things in one cell.
  private mutating func columnText(_ value: YAMLValue, _ column: Column, _ name: String) -> SourceText? {
    switch (value, column) {
    case (.list(let items, let position), .missing), (.list(let items, let position), .appearance):
      return joined(items, " ", at: position, name)
    case (.list(let items, let position), .trigger):
      return joined(items, ", ", at: position, name)
    case (.map(let entries, let position), .parameters):
      var parts: [String] = []
      for (key, item) in entries {
        if let text = text(item, name) { parts.append(key.text + "=" + text.text) }
      }
      return SourceText(parts.joined(separator: " "), at: position)
    default: return text(value, name)
    }
  }

  private mutating func joined(
    _ items: [YAMLValue], _ separator: String, at position: SourcePosition, _ name: String
  ) -> SourceText? {
    var parts: [String] = []
    for item in items {
      if let text = text(item, name) { parts.append(text.text) }
    }
    let start = items.first?.position ?? position
    return parts.isEmpty ? nil : SourceText(parts.joined(separator: separator), at: start)
  }

  // MARK: - Shapes

  /// The entries of a map; everything else is a problem, nothing is nothing.
  mutating func map(_ value: YAMLValue, _ name: String) -> [(key: SourceText, value: YAMLValue)]? {
    switch value {
    case .map(let entries, _): return entries
    case .null: return name == "question" || name == "choice" || name == "entity" ? nil : []
    default:
      report(.expectedMap, at: value.position, [name])
      return nil
    }
  }

  /// The items of a list.
  mutating func list(_ value: YAMLValue, _ name: String) -> [YAMLValue]? {
    switch value {
    case .list(let items, _): return items
    case .null: return []
    default:
      report(.expectedList, at: value.position, [name])
      return nil
    }
  }

  /// A scalar's text; nil for nothing.
  mutating func text(_ value: YAMLValue, _ name: String) -> SourceText? {
    switch value {
    case .text(let text): return text
    case .null: return nil
    default:
      report(.expectedText, at: value.position, [name])
      return nil
    }
  }

  /// A text, or a map of languages. With a language in the key the value must be a text.
  mutating func localised(_ value: YAMLValue, _ name: String, _ language: String = "") -> Localised {
    if case .map(let entries, _) = value, language.isEmpty {
      var result = Localised()
      for (key, item) in entries {
        if let text = text(item, name) { result.entries.append(Localised.Entry(language: key.text, text: text)) }
      }
      return result
    }
    guard let text = text(value, name) else { return Localised() }
    return Localised([Localised.Entry(language: language, text: text)])
  }

  /// Adds the languages of another text.
  func add(_ more: Localised, to text: inout Localised) { text.entries += more.entries }
}
