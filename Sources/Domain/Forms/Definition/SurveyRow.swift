/// One row of the survey: a question, a calculation, a metadata item, or a group or repeat with its children inside.
///
/// Texts may hold `${name}`; an XForm's `<output value="EXPR"/>` that is no plain reference arrives as `${=EXPR}`.
package struct SurveyRow: Sendable, Hashable {
  /// One cell of a column that is passed through, such as `bind::jr:x` or `body::accept`.
  package struct Extra: Sendable, Hashable {
    /// Column name as written.
    package var column: String
    /// Its text.
    package var text: SourceText

    /// A passed-through cell.
    package init(column: String, text: SourceText) {
      self.column = column
      self.text = text
    }
  }

  /// XLSForm's spelling: `select_one xa`, `integer`, `group`, `repeat`. Readers write groups and repeats without begin and end.
  package var type: SourceText
  /// The name; none where the cell is empty.
  package var name: SourceText?
  /// Untranslated columns that were filled.
  package var columns: ColumnCells
  /// Translated columns that were filled.
  package var texts: [TextColumn: Localised]
  /// Columns passed through, in the order written.
  package var extra: [Extra]
  /// Rows inside a group or repeat.
  package var children: [SurveyRow]
  /// A group of an XForm's body that has no node in the instance: its children belong to the node around it.
  package var isLayoutOnly: Bool
  /// Where the row begins.
  package var position: SourcePosition

  /// A row of the survey.
  package init(
    type: SourceText, name: SourceText?, columns: [Column: SourceText] = [:], texts: [TextColumn: Localised] = [:],
    extra: [Extra] = [], children: [SurveyRow] = [], isLayoutOnly: Bool = false,
    position: SourcePosition = SourcePosition()
  ) {
    self.type = type
    self.name = name
    self.columns = ColumnCells(columns)
    self.texts = texts
    self.extra = extra
    self.children = children
    self.isLayoutOnly = isLayoutOnly
    self.position = position
  }
}
