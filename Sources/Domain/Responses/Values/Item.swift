/// One line of a filled form as screens list it: a group, a repeat, one of its rows, or a question.
package struct Item: Sendable, Equatable {
  /// What the line is.
  package enum Kind: Sendable, Equatable {
    case group
    /// A repeat with so many rows; whether rows may be added by hand.
    case `repeat`(rows: Int, canAdd: Bool)
    /// A row: its number from 1, of how many; whether it may be removed by hand.
    case row(number: Int, count: Int, canRemove: Bool)
    case question
  }

  /// Whether it is a group, a repeat, a row or a question.
  package var kind: Kind
  /// Where it is, by row ids.
  package var path: FieldPath
  /// Its number in the form.
  package var node: Int
  /// Groups, repeats and rows around it.
  package var depth: Int
  /// Label in the current language, computed parts filled in; empty when the form gives none.
  package var label: String
  /// The answer as stored.
  package var value: String
  /// The answer as people read it: labels of choices instead of their names.
  package var display: String
  /// The reason given instead of an answer.
  package var missing: String?
  /// Whether an answer is needed now.
  package var isRequired: Bool
  /// Whether the answer cannot be changed now.
  package var isReadOnly: Bool
  /// The note on it.
  package var note: String?
  /// What is wrong with it, the gravest thing first found; containers show none.
  package var problem: Problem.Kind?
  /// Whether that is a warning already confirmed.
  package var isConfirmed: Bool

  /// Whether there is an answer or a reason for having none.
  package var isAnswered: Bool { !value.isEmpty || missing != nil }
}
