/// A row of the survey as the draft understands it. A class: every check walks over all rows.
final class DraftRow: Sendable {
  /// As written.
  let row: SurveyRow
  /// What its type means.
  let reading: TypeReader.Reading
  /// Its name, made up where a note or group has none.
  let name: String
  /// Its node; none for rows that only attach a file and for layout.
  let node: Int?
  /// The node around it.
  let parent: Int

  init(row: SurveyRow, reading: TypeReader.Reading, name: String, node: Int?, parent: Int) {
    self.row = row
    self.reading = reading
    self.name = name
    self.node = node
    self.parent = parent
  }

  /// The type, for questions.
  var type: QuestionType? {
    if case .question(let type) = reading { type } else { nil }
  }
}
