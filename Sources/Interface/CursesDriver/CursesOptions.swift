internal import Glibc

/// How the terminal is to be used.
package struct CursesOptions: Equatable, Sendable {
  /// Only ASCII, whatever the terminal can show.
  package var isAscii: Bool
  /// No colours: asked for, or `NO_COLOR` is set.
  package var isMono: Bool
  /// Milliseconds after which Escape is a key of its own; by itself 50, and 250 over SSH.
  package var escapeDelay: Int?

  /// The options of the command line, completed by the environment.
  package init(isAscii: Bool = false, isMono: Bool = false, escapeDelay: Int? = nil) {
    self.isAscii = isAscii
    self.escapeDelay = escapeDelay
    let asked = getenv("NO_COLOR").map { $0.pointee != 0 } ?? false
    self.isMono = isMono || asked
  }
}

/// Why there is no terminal to show screens on.
package enum CursesProblem: String, Error, Equatable, Sendable {
  /// Standard input or output is no terminal, or its kind (`TERM`) is unknown.
  case noTerminal = "no-terminal"
  /// The terminal cannot place its cursor.
  case noCursor = "no-cursor"
}
