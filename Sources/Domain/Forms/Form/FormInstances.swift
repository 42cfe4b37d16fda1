package import Expressions

/// The secondary instances, choice labels and translated texts of one form.
package final class FormInstances: InstanceSource {
  private let documents: [String: Document]
  private let tables: [String: ChoiceTable]
  private let texts: [String: Localised]
  private let defaultLanguage: String
  /// Labels that refer to questions, by the path of their select.
  private let labels: [String: [NodeID: NodeText]]

  init(
    documents: [String: Document], tables: [String: ChoiceTable], texts: [String: Localised], defaultLanguage: String,
    labels: [String: [NodeID: NodeText]]
  ) {
    self.documents = documents
    self.tables = tables
    self.texts = texts
    self.defaultLanguage = defaultLanguage
    self.labels = labels
  }

  /// The secondary instance of an id.
  package func instance(_ id: String) -> Document? { documents[id] }

  /// The label of a choice of the question at a path.
  package func choiceLabel(value: String, question path: String, language: String) -> String? {
    let trimmed = path.filter { !$0.isWhitespace }
    guard let table = tables[trimmed], let item = table.item(of: value) else { return nil }
    return table.label(of: item, in: language, default: defaultLanguage)
  }

  /// The label of such a choice in pieces, when it refers to questions.
  package func choiceLabelParts(value: String, question path: String, language: String) -> [LabelPart]? {
    if labels.isEmpty { return nil }
    let trimmed = path.filter { !$0.isWhitespace }
    guard let known = labels[trimmed], let item = tables[trimmed]?.item(of: value),
      let template = known[item]?.template(in: language, default: defaultLanguage)
    else { return nil }
    return template.parts.map { part in
      switch part {
      case .literal(let text): .text(text)
      case .formula(let formula): .formula(formula.formula)
      }
    }
  }

  /// The translated text of an id.
  package func itext(_ id: String, language: String) -> String? {
    texts[id]?.text(in: language, default: defaultLanguage)
  }

  /// The same with some instances replaced or added, such as entity lists as they are now.
  package func adding(_ more: [String: Document]) -> FormInstances {
    let replaced = tables.mapValues { table in more[table.instanceID].map { table.replacing($0) } ?? table }
    return FormInstances(
      documents: documents.merging(more) { $1 }, tables: replaced, texts: texts, defaultLanguage: defaultLanguage,
      labels: labels)
  }
}
