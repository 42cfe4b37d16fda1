package import Expressions

/// Where a select takes its choices from when they are not simply a list of the form.
package struct Itemset: Sendable {
  /// What is asked for.
  package enum Source: Sendable {
    /// A list of the form, by its place in `CheckedForm.lists`.
    case list(Int)
    /// Nodes of the filled form: rows of a repeat.
    case nodes
  }

  /// A list, or rows.
  package let source: Source
  /// Gives all choices offered, filtered and in order.
  package let items: CompiledFormula
  /// Gives the choice whose value is `current()/.`, when it is offered; for selects of one.
  package let match: CompiledFormula?
  /// Names from an item down to its value.
  package let valuePath: [String]
  /// Names from an item down to its label.
  package let labelPath: [String]
  /// Whether a filter or an order was given.
  package let isFiltered: Bool
  /// Labels that refer to questions, ready to be filled in where the select stands, by choice.
  package let labels: [NodeID: NodeText]

  init(
    source: Source, items: CompiledFormula, match: CompiledFormula?, valuePath: [String], labelPath: [String],
    isFiltered: Bool, labels: [NodeID: NodeText] = [:]
  ) {
    self.source = source
    self.items = items
    self.match = match
    self.valuePath = valuePath
    self.labelPath = labelPath
    self.isFiltered = isFiltered
    self.labels = labels
  }
}
