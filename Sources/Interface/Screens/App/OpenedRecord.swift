package import Expressions
package import Fieldwork
package import Responses

/// A filled form that the program has opened for the screens.
package struct OpenedRecord: Sendable {
  /// The id of the record.
  package var record: String
  /// The visit it belongs to, if any.
  package var visit: String?
  /// The form with all its answers.
  package var response: Response
  /// Where the person was; nil in a form that has just begun.
  package var place: FormPlace?
  /// When it was last saved, if ever.
  package var lastSaved: Moment?
  /// Whether the record is frozen or the store only read: then nothing can be changed.
  package var isReadOnly: Bool
  /// How the record stands: a finished one can be reopened.
  package var status: RecordStatus
  /// Whether it was finished until just now.
  package var isReopened = false
  /// The changes of before that can still be taken back, oldest first.
  package var history: [UndoStep]
  /// Whether the program itself opens it because it was open when the last run ended.
  package var isResumed: Bool

  /// Why the team lead returned it; nil when it is not returned.
  package var review: Review?
  /// Questions that two laptops answered differently.
  package var conflicts: [ConflictedQuestion]

  /// Joins the parts.
  package init(
    record: String, visit: String?, response: Response, place: FormPlace? = nil, lastSaved: Moment? = nil,
    isReadOnly: Bool = false, status: RecordStatus = .draft, history: [UndoStep] = [], isResumed: Bool = false,
    review: Review? = nil,
    conflicts: [ConflictedQuestion] = []
  ) {
    self.record = record
    self.visit = visit
    self.response = response
    self.place = place
    self.lastSaved = lastSaved
    self.isReadOnly = isReadOnly
    self.status = status
    self.history = history
    self.isResumed = isResumed
    self.review = review
    self.conflicts = conflicts
  }
}

/// A change that can be taken back and made again.
package struct UndoStep: Equatable, Sendable {
  /// What takes it back.
  package var undo: [Edit]
  /// What makes it again.
  package var redo: [Edit]

  /// Joins the two.
  package init(undo: [Edit], redo: [Edit]) {
    self.undo = undo
    self.redo = redo
  }
}
