internal import Expressions
internal import Forms

// Choices offered and labels of choices taken.
extension Response {
  /// The choices that a question offers now, filtered and in order.
  package func choices(for path: FieldPath) -> [ChoiceItem] {
    guard let element = element(at: path), let itemset = sheet.node(of: element).itemset,
      let offered = try? nodes(of: itemset.items, at: element)
    else { return [] }
    let document = offered.document
    let values = itemset.valuePath.map { Name($0) }
    var table: ChoiceTable?
    if case .list(let list) = itemset.source, itemset.labelPath == [tables[list].labelName] { table = tables[list] }
    let labels = table.map { [$0.column(ofLabelsIn: shownLanguage)] } ?? itemset.labelPath.map { Name($0) }
    let shown = [itemset.valuePath.first, itemset.labelPath.first, "itextId"].compactMap { $0.map { Name($0) } }
    var columns: [(name: Name, text: String)] = []
    return offered.nodes.map { item in
      let value = Self.text(at: values, below: item, in: document)
      let label =
        ownLabel(of: item, in: itemset, at: element) ?? table.map {
          $0.label(of: item, in: shownLanguage, default: form.defaultLanguage, column: labels[0])
        }
        ?? Self.text(at: labels, below: item, in: document)
      let extra = Self.extra(of: item, in: document, except: shown, columns: &columns)
      return ChoiceItem(value: value, label: label.isEmpty ? value : label, extra: extra)
    }
  }

  /// The further columns of a choice. Their names are looked up once and kept.
  private static func extra(
    of item: NodeID, in document: Document, except shown: [Name], columns: inout [(name: Name, text: String)]
  ) -> [ChoiceItem.Extra] {
    var extra: [ChoiceItem.Extra] = []
    var child = document.firstChild(of: item)
    while let cell = child {
      child = document.nextSibling(of: cell)
      let name = document.interned(of: cell)
      if shown.contains(name) { continue }
      let known = columns.first { $0.name == name }?.text
      if known == nil { columns.append((name, name.text)) }
      extra.append(ChoiceItem.Extra(column: known ?? name.text, value: document.value(of: cell)))
    }
    return extra
  }

  /// The label of a choice that refers to questions, filled in where the select stands.
  private func ownLabel(of item: NodeID, in itemset: Itemset, at element: NodeID) -> String? {
    guard !itemset.labels.isEmpty else { return nil }
    let template = itemset.labels[item]?.template(in: shownLanguage, default: form.defaultLanguage)
    return template.map { text($0, at: element) }
  }

  private func label(of item: NodeID, in document: Document, itemset: Itemset, at element: NodeID) -> String {
    if let label = ownLabel(of: item, in: itemset, at: element), !label.isEmpty { return label }
    if case .list(let list) = itemset.source, itemset.labelPath == [tables[list].labelName] {
      return tables[list].label(of: item, in: shownLanguage, default: form.defaultLanguage)
    }
    let label = Self.text(at: itemset.labelPath, below: item, in: document)
    return label.isEmpty ? Self.text(at: itemset.valuePath, below: item, in: document) : label
  }

  /// The answer as people read it: labels instead of the names of choices.
  package func display(_ path: FieldPath) -> String { element(at: path).map { display($0) } ?? "" }

  func display(_ element: NodeID) -> String {
    let value = sheet.scope.document.value(of: element)
    guard !value.isEmpty, let itemset = sheet.node(of: element).itemset else { return value }
    let taken = sheet.node(of: element).kind == .selectOne ? [value] : value.split(separator: " ").map(String.init)
    if case .list(let list) = itemset.source, itemset.valuePath == [tables[list].valueName] {
      return taken.map { name in
        tables[list].item(of: name).map { label(of: $0, in: tables[list].document, itemset: itemset, at: element) }
          ?? name
      }.joined(separator: ", ")
    }
    guard let offered = try? nodes(of: itemset.items, at: element) else { return value }
    return taken.map { name in
      let item = offered.nodes.first {
        Self.text(at: itemset.valuePath, below: $0, in: offered.document) == name
      }
      return item.map { label(of: $0, in: offered.document, itemset: itemset, at: element) } ?? name
    }.joined(separator: ", ")
  }
}
