package import Expressions

/// A choice list as a document `<root><item><name/><label/>…`, so that expressions can search it.
package struct ChoiceTable: Sendable {
  /// Name of the list, or the file it came from.
  package let name: String
  /// Id for `instance()`.
  package let instanceID: String
  /// The choices.
  package let document: Document
  /// Labels in several languages, for lists written in the form with translations, by item.
  package let labels: [NodeID: Localised]
  /// Child of an item that holds the value.
  package let valueName: String
  /// Child of an item that holds the label.
  package let labelName: String
  /// Whether the choices lie in a file.
  let isFile: Bool
  /// Choices whose labels refer to questions, with those labels.
  let referring: [(item: NodeID, label: Localised)]
  private let index = ChoiceIndex()
  private let valueColumn: Name
  private let labelColumn: Name

  init(
    name: String, instanceID: String, document: Document, labels: [NodeID: Localised] = [:], valueName: String = "name",
    labelName: String = "label", isFile: Bool = false, referring: [(item: NodeID, label: Localised)] = []
  ) {
    self.name = name
    self.instanceID = instanceID
    self.document = document
    self.labels = labels
    self.valueName = valueName
    self.labelName = labelName
    self.isFile = isFile
    self.referring = referring
    valueColumn = Name(valueName)
    labelColumn = Name(labelName)
  }

  /// The same list with other choices, as when an entity list has grown.
  package func replacing(_ document: Document) -> ChoiceTable {
    ChoiceTable(
      name: name, instanceID: instanceID, document: document, valueName: valueName, labelName: labelName, isFile: isFile
    )
  }

  /// The choices in order.
  package var items: [NodeID] {
    document.root.map { document.children(of: $0, named: "item") } ?? []
  }

  /// The choice of a value.
  package func item(of value: String) -> NodeID? { index.item(of: value, in: self) }

  /// The value of a choice.
  package func value(of item: NodeID) -> String { text(valueColumn, of: item) }

  /// The label of a choice in a language; its value when it has none.
  package func label(of item: NodeID, in language: String, default fallback: String) -> String {
    label(of: item, in: language, default: fallback, column: column(ofLabelsIn: language))
  }

  /// The same with the column of the language, for many choices at once.
  package func label(of item: NodeID, in language: String, default fallback: String, column: Name) -> String {
    if !labels.isEmpty, let text = labels[item]?.text(in: language, default: fallback) { return text }
    let translated = text(column, of: item)
    if !translated.isEmpty { return translated }
    let label = text(labelColumn, of: item)
    return label.isEmpty ? value(of: item) : label
  }

  /// The column that holds labels in a language, in lists that have one.
  package func column(ofLabelsIn language: String) -> Name { Name(labelName + "::" + language) }

  /// The text of a column of a choice; empty when the choice has no such column.
  package func text(_ column: String, of item: NodeID) -> String { text(Name(column), of: item) }

  private func text(_ column: Name, of item: NodeID) -> String {
    document.child(of: item, named: column).map(document.value(of:)) ?? ""
  }
}
