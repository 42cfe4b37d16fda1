/// The places in which a key can mean different things.
enum KeyContext: String, CaseIterable, Sendable {
  /// The list of visits: letters are commands; and the same while a filter is typed.
  case visits, visitsFilter
  /// The forms of one visit, and the choice of its status.
  case visitForms, visitStatus
  /// Screens of fields.
  case firstStart, addVisit, export, exchange
  /// What was done, to be read and closed.
  case report
  /// The form: a question with a text, with choices, or nothing to answer.
  case form
  /// A form to be looked at: one that can be reopened, and others.
  case finishedForm, readOnlyForm
  /// Whether a finished form is to be reopened.
  case reopening
  /// A table whose rows are given, and one to which rows are added.
  case fixedRows
  case rows, choices, multipleChoices, list, inbox, note, review, leave
  case palette, help
}
