/// One choice of a list.
package struct ChoiceRow: Sendable, Hashable {
  /// The value stored.
  package var name: SourceText
  /// The text shown.
  package var label: Localised
  /// Pictures and sounds shown with it.
  package var media: [TextColumn: Localised]
  /// Further columns, for choice filters, in the order written.
  package var extra: [SurveyRow.Extra]
  /// Where the choice begins.
  package var position: SourcePosition

  /// A choice.
  package init(
    name: SourceText, label: Localised = Localised(), media: [TextColumn: Localised] = [:],
    extra: [SurveyRow.Extra] = [], position: SourcePosition = SourcePosition()
  ) {
    self.name = name
    self.label = label
    self.media = media
    self.extra = extra
    self.position = position
  }
}
