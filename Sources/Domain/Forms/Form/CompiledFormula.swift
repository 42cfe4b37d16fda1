package import Expressions

/// An expression of a form, its references resolved, read once. A class: nodes and steps pass it around all the time.
package final class CompiledFormula: Sendable {
  /// As written in the form.
  package let source: SourceText
  /// With paths in place of `${name}`.
  package let formula: Formula
  /// Whether its result follows the language shown.
  package let readsLanguage: Bool
  /// Whether it draws random numbers or identifiers.
  package let readsSeed: Bool
  /// The result, when it is `true()` or `false()`.
  package let constant: Bool?

  /// An expression that was read.
  package init(source: SourceText, formula: Formula, readsLanguage: Bool, readsSeed: Bool) {
    self.source = source
    self.formula = formula
    self.readsLanguage = readsLanguage
    self.readsSeed = readsSeed
    constant = formula.constant
  }
}
