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
}
