package import Expressions
package import Messages
package import Responses
package import Terminal

/// What the program tells the screens.
package enum AppMessage: Sendable {
  /// A key, with the moment that an answer given by it belongs to (a fresh seed each time).
  case key(Key, Moment)
  /// The terminal has another size.
  case resized(Size)
  /// Time has passed. Wanted about every two seconds while `AppModel.wantsTick`.
  case tick(Moment)
  /// So many of the changes sent by `AppEffect.record` are synced to disk since the last such message.
  case saved(count: Int, at: Moment)
  /// Changes could not be written; they are still in the form. The store tries again when asked to.
  case saveFailed(ProblemPhrase)
  /// The list of visits and records as it is now.
  case boardChanged(VisitBoard)
  /// The session was written.
  case sessionStarted(Session)
  /// A form is open.
  case recordOpened(OpenedRecord)
  /// A file was taken over; the value is what the question at the path now answers.
  case attached(path: FieldPath, value: String, at: Moment)
  /// The files of an inbox folder, newest first; nil when it cannot be read.
  case inboxListed(folder: String, files: [InboxFile]?)
  /// A record is frozen.
  case finalised(record: String)
  /// A visit was added; the board that has it came before.
  case visitAdded(visit: String)
  /// How far an export is.
  case exportProgress(done: Int, total: Int)
  /// An export is complete and was read back.
  case exported(ExportSummary)
  /// How far an exchange is.
  case exchangeProgress(done: Int, total: Int)
  /// An exchange is complete.
  case exchanged(ExchangeSummary)
  /// What was asked could not be done.
  case failed(ProblemPhrase)
  /// The export or the exchange that was running ended without its result.
  case workFailed(ProblemPhrase)
  /// Something to be said once on the message line.
  case notice(ProblemPhrase)
}
