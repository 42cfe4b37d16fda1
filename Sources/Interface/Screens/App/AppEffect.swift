package import Fieldwork
package import Messages
package import Responses
package import Vietnamese

/// What the program has to do in the world after a message: the screens themselves touch nothing. Effects of one update
/// are carried out in order; answers come back as messages.
package enum AppEffect: Equatable, Sendable {
  /// The person has said who sits here; answered by `sessionStarted` or `failed`.
  case startSession(Session)
  /// Open a form for a visit: the record named, or a new one when nil. Answered by `recordOpened` or `failed`.
  case openRecord(visit: String, form: String, record: String?)
  /// Write these changes of answers, in order, each synced to disk; answered by `saved` or `saveFailed`.
  case record(record: String, changes: [FieldChange])
  /// Write the place and the half-typed text, so that the next start is where this one ends. Never answered.
  case checkpoint(record: String, place: FormPlace)
  /// Try once more to write what could not be written, if the medium may have got room since. Answered like `record`.
  case retrySaving
  /// Copy a file of this machine beside the record as the answer of a question; answered by `attached` or `failed`.
  case attach(record: String, path: FieldPath, file: String)
  /// List the files of a folder from which answers are picked; answered by `inboxListed`.
  case listInbox(folder: String)
  /// The form is left; its counts and place can be kept for the list.
  case closeRecord(record: String)
  /// Freeze the record; answered by `finalised` or `failed`.
  case finalise(record: String)
  /// Open a finished record again, with the reason given; answered by `recordOpened` or `failed`.
  case reopen(record: String, reason: String)
  /// Set the status of a visit, with the reason given; answered by `boardChanged` or `failed`.
  case setVisitStatus(visit: String, status: VisitStatus, reason: String)
  /// Add an establishment that was not on the list; answered by `visitAdded` or `failed`.
  case addVisit(NewVisit)
  /// Export finished records into a folder; answered by `exportProgress`, then `exported` or `failed`.
  case exportBatch(folder: String, all: Bool)
  /// Exchange everything with other laptops through a folder that exists; answered by `exchangeProgress`, then
  /// `exchanged` or `failed`.
  case exchange(folder: String)
  /// Decide a question that two laptops answered differently; answered by `recordOpened` or `failed`.
  case resolve(record: String, field: String, version: String)
  /// Keep the language for the next start.
  case keepLanguage(Language)
  /// Keep how Vietnamese is typed for the next start.
  case keepTyping(TypingMethod?)
  /// Draw everything again.
  case repaint
  /// Ring the bell.
  case bell
  /// Forget the keys of the store and show nothing until the passphrase was typed.
  case lock
  /// Give the terminal to the shell for a while.
  case suspend
  /// Wait for what is being saved, give the terminal back and end.
  case quit
}
