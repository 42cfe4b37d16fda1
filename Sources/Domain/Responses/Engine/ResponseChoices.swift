internal import Expressions
internal import Forms

// Choices offered and labels of choices taken.
extension Response {
  /// The choices that a question offers now, filtered and in order.
  package func choices(for path: FieldPath) -> [ChoiceItem] {
    guard let element = element(at: path), let itemset = sheet.node(of: element).itemset,
      let offered = try? nodes(of: itemset.items, at: element)
    else { return [] }
    return offered.nodes.map { choice($0, in: offered.document, itemset: itemset) }
  }

  private func choice(_ item: NodeID, in document: Document, itemset: Itemset) -> ChoiceItem {
    let value = Self.text(at: itemset.valuePath, below: item, in: document)
    let extra = document.children(of: item).compactMap { child -> ChoiceItem.Extra? in
      let name = document.name(of: child)
      guard name != itemset.valuePath.first, name != itemset.labelPath.first, name != "itextId" else { return nil }
      return ChoiceItem.Extra(column: name, value: document.value(of: child))
    }
    return ChoiceItem(value: value, label: label(of: item, in: document, itemset: itemset), extra: extra)
  }

  private func label(of item: NodeID, in document: Document, itemset: Itemset) -> String {
    if case .list(let list) = itemset.source, itemset.labelPath == [tables[list].labelName] {
      return tables[list].label(of: item, in: shownLanguage, default: form.defaultLanguage)
    }
    let label = Self.text(at: itemset.labelPath, below: item, in: document)
    return label.isEmpty ? Self.text(at: itemset.valuePath, below: item, in: document) : label
  }

  /// The answer as people read it: labels instead of the names of choices.
  package func display(_ path: FieldPath) -> String { element(at: path).map { display($0) } ?? "" }

  func display(_ element: NodeID) -> String {
    let value = sheet.document.value(of: element)
    guard !value.isEmpty, let itemset = sheet.node(of: element).itemset else { return value }
    let taken = sheet.node(of: element).kind == .selectOne ? [value] : value.split(separator: " ").map(String.init)
    if case .list(let list) = itemset.source, itemset.valuePath == [tables[list].valueName] {
      return taken.map { name in
        tables[list].item(of: name).map { label(of: $0, in: tables[list].document, itemset: itemset) } ?? name
      }.joined(separator: ", ")
    }
    guard let offered = try? nodes(of: itemset.items, at: element) else { return value }
    return taken.map { name in
      let item = offered.nodes.first {
        Self.text(at: itemset.valuePath, below: $0, in: offered.document) == name
      }
      return item.map { label(of: $0, in: offered.document, itemset: itemset) } ?? name
    }.joined(separator: ", ")
  }
}
