package import Expressions
package import Messages
package import Terminal
package import Vietnamese

/// Everything the screens know. `App.update` changes it, `App.view` shows it.
package struct AppModel: Sendable {
  /// The size of the terminal.
  package internal(set) var size: Size
  /// The language of the screens.
  package internal(set) var language: Language
  /// How Vietnamese is typed where words are typed; nil when every letter stays as it comes.
  package internal(set) var typing: TypingMethod?
  /// The moment of the last key or tick.
  package internal(set) var now: Moment
  /// Who sits here; nil until the first start has asked.
  package internal(set) var session: Session?
  /// The visits, records and forms as last told.
  package internal(set) var board: VisitBoard
  /// Why nothing can be written, if so.
  package internal(set) var readOnlyReason: ProblemPhrase?
  /// Whether the store is protected by a passphrase, so that the screen can be locked.
  package internal(set) var isProtected: Bool
  /// Whether an export or an exchange is running: it needs the store open, and its keys.
  package internal(set) var isWorking = false
  /// How far the changes are on their way to the disk.
  package internal(set) var saving = SaveState()
  var exportFolder: String
  var exchangeFolder: String
  var inboxFolder: String
  /// The screens on top of each other; the last one has the keys. Never empty outside an update.
  var screens: [any Screen]
  /// The form that is open, if one is.
  var form: FormModel?
  /// What the message line says until the next key.
  var notice: Notice?

  /// Begins with the form that was open, the visits, or the questions of a first start.
  package init(_ start: AppStart) {
    size = start.size
    language = start.language
    typing = start.typing
    now = start.now
    session = start.session
    board = start.board
    readOnlyReason = start.readOnlyReason
    isProtected = start.isProtected
    exportFolder = start.exportFolder
    exchangeFolder = start.exchangeFolder
    inboxFolder = start.inboxFolder
    screens = [VisitsScreen(board: start.board, today: LocalTime(start.now).date)]
    if start.session == nil {
      screens.append(FirstStartScreen(laptop: start.suggestedLaptop))
    } else if let opened = start.resumed {
      _ = FormOpening.open(opened, in: &self)
    }
    if let said = start.readOnlyReason ?? start.notice { notice = Notice(said) }
  }

  /// Whether `tick` is wanted: half-typed text waits to be kept, or answers wait for room on the medium.
  package var wantsTick: Bool { (form?.hasUnkeptText ?? false) || saving.failure != nil }

  /// What is to be kept before the screen is locked.
  package mutating func keepBeforeLocking() -> [AppEffect] { form?.keepPlace() ?? [] }

  /// The record of the form that is open.
  package var openRecord: String? { form?.record }
}
