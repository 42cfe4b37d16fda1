/// What the form and the lists over it say.
package enum FormPhrase: PairedPhrase {
  case required(done: Int, total: Int)
  case errors(Int), warnings(Int)
  case resumed(form: String, question: String, time: String)
  case hidden(Int)
  case againToGoOn
  case fix
  case rows(Int)
  case addRow, rowsDone, removeRow, rowsFixed, rowRemoved
  case rowTitle(Int)
  case chooseByTyping
  case choices(Int)
  case recent
  case confirmed(reason: String)
  case missing(String)
  case dontKnow, refused, notApplicable
  case noMissing
  case noteTitle, noteHint, noteKept
  case warningTitle, warningReason, warningHint
  case missingTitle
  case jumpTitle, problemsTitle, noProblems
  case endOfForm
  case readOnlyQuestion, readOnlyFinished, readOnlyApproved, readOnlyVoid, readOnlyElsewhere, reopened
  case nothingToUndo, nothingToRedo, undone, redone
  case cleared
  case example(String)
  case attachPath, openTable, asAnswered
  case leaveTitle, leaveContinue, leaveToList, leaveQuit
  case tick, acknowledge
  case orderHint, togglesHint, listTogglesHint, opensListHint
  case atStart
  case unanswered
  case pasteTooLong
  case optional
  case section
  case oneOf(Int, Int)

  /// Vietnamese, then English.
  package var both: (String, String) {
    FormPhraseText.progress(self) ?? FormPhraseText.popups(self) ?? FormPhraseText.answers(self)
  }
}
