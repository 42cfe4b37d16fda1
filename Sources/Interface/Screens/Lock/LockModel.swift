package import Messages
package import Terminal

/// The screen of a locked store: nothing but a field for the passphrase.
package struct LockModel: Sendable {
  /// What a key asks for.
  package enum Wish: Equatable, Sendable {
    /// Nothing outside.
    case nothing
    /// Try this passphrase.
    case open(String)
    /// Draw everything again.
    case repaint
    /// Leave the program.
    case quit
  }

  /// The language of the screen.
  package private(set) var language: Language
  /// Minutes without a key after which the screen locked itself; nil when it was asked for.
  let idleMinutes: Int?
  /// Whether answers wait that could not be written.
  let hasUnsaved: Bool
  private(set) var field = TextField(limit: 1024)
  private(set) var isChecking = false
  private(set) var problem: Notice?

  /// Locks.
  package init(language: Language, idleMinutes: Int? = nil, hasUnsaved: Bool = false) {
    self.language = language
    self.idleMinutes = idleMinutes
    self.hasUnsaved = hasUnsaved
  }

  /// Takes a key.
  package mutating func take(_ key: Key) -> Wish {
    problem = nil
    switch key {
    case .enter:
      guard !field.isEmpty else { return .nothing }
      isChecking = true
      return .open(field.text)
    case .function(10), .control("q"): return .quit
    case .control("l"): return .repaint
    case .alt("v"), .control("\\"): language = language.other
    default: _ = field.handle(key)
    }
    return .nothing
  }

  /// The passphrase did not open the store.
  package mutating func refuse(_ reason: ProblemPhrase) {
    field.clear()
    isChecking = false
    problem = Notice(reason)
  }
}
