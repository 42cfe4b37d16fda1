package import Expressions
package import Messages
package import Terminal
package import Vietnamese

/// What the screens know when the program starts.
package struct AppStart: Sendable {
  /// The size of the terminal.
  package var size: Size
  /// The language of the screens.
  package var language: Language
  /// The moment of the last key or tick.
  package var now: Moment
  /// Who sat here last; nil at the first start, which then asks.
  package var session: Session?
  /// What the first start suggests as the name of the laptop.
  package var suggestedLaptop: String
  /// The visits, records and forms as last told.
  package var board: VisitBoard
  /// The folder that exports suggest.
  package var exportFolder: String
  /// The folder of the last exchange with other laptops; empty when there was none.
  package var exchangeFolder: String
  /// The folder from which photos and other files are picked.
  package var inboxFolder: String
  /// Why nothing can be written (another instance holds the store), if so.
  package var readOnlyReason: ProblemPhrase?
  /// Whether the store is protected by a passphrase.
  package var isProtected = false
  /// The form that was open when the last run ended.
  package var resumed: OpenedRecord?
  /// How Vietnamese is typed; nil when the screens leave letters as they come.
  package var typing: TypingMethod?
  /// What is to be said once, if anything: why the form of before is not open, for instance.
  package var notice: ProblemPhrase?

  /// Joins the parts.
  package init(
    size: Size, language: Language, now: Moment, session: Session?, suggestedLaptop: String = "",
    board: VisitBoard = VisitBoard(), exportFolder: String = "", exchangeFolder: String = "",
    inboxFolder: String = "", readOnlyReason: ProblemPhrase? = nil, resumed: OpenedRecord? = nil
  ) {
    self.size = size
    self.language = language
    self.now = now
    self.session = session
    self.suggestedLaptop = suggestedLaptop
    self.board = board
    self.exportFolder = exportFolder
    self.exchangeFolder = exchangeFolder
    self.inboxFolder = inboxFolder
    self.readOnlyReason = readOnlyReason
    self.resumed = resumed
  }
}
