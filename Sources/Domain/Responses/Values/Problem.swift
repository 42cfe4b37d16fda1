/// One thing that is wrong with the answers now.
package struct Problem: Sendable, Equatable {
  /// What is wrong.
  package enum Kind: String, Sendable, CaseIterable {
    case required
    case constraint
    case warning
    case type
    case choice
    /// A count asks for more rows than a repeat takes; those up to the limit were made.
    case rows
    /// A formula that cannot be computed with these answers.
    case formula
  }

  /// Whether finalising is refused.
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// The question.
  package var path: FieldPath
  /// The same with row numbers: `/data/may[2]/gia`.
  package var indexPath: String
  /// Its number in the form.
  package var node: Int
  /// What is wrong.
  package var kind: Kind
  /// Whether it stops finalising.
  package var severity: Severity
  /// The form's own words in the current language; the screens have words for when there are none.
  package var message: String?
  /// The reason with which a warning was confirmed.
  package var confirmed: String?
}
