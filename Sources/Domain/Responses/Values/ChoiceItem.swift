/// One choice as offered.
package struct ChoiceItem: Sendable, Equatable {
  /// The value stored.
  package var value: String
  /// The label in the current language.
  package var label: String
  /// The further columns of the choice, in their order.
  package var extra: [Extra]

  /// One further column.
  package struct Extra: Sendable, Equatable {
    /// Name of the column.
    package var column: String
    /// What the choice has there.
    package var value: String
  }
}
