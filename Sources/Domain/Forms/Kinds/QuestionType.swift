/// A type column read: the kind, and where a select takes its choices from.
package struct QuestionType: Sendable, Hashable {
  /// What a select draws from.
  package enum Choices: Sendable, Hashable {
    case list(String)
    case file(String)
    case external(String)
    case rows(String)
  }

  /// The kind.
  package var kind: QuestionKind
  /// Choices of a select; none for others and where the list is not named.
  package var choices: Choices?
  /// Whether an own answer may be given.
  package var hasOther = false
  /// A check that the spelling of the type implies.
  package var constraint: String?

  /// A type.
  package init(kind: QuestionKind, choices: Choices? = nil, hasOther: Bool = false, constraint: String? = nil) {
    self.kind = kind
    self.choices = choices
    self.hasOther = hasOther
    self.constraint = constraint
  }
}
