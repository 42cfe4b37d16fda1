/// What happened at the terminal, or to the program that owns it.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  case resized(Size)
  /// Another thread called `Waker.wake()`.
  case woken
  /// The process went on after it had been stopped; everything will be drawn again.
  case continued
  /// The terminal is gone, or the program is asked to end: store what is left and leave. Nothing can be shown any more.
  case ended(EndReason)
  /// The time given to wait is over.
  case timeout
}

/// Why the program has to end.
package enum EndReason: Equatable, Sendable {
  /// The line is cut or the window is closed.
  case hangUp
  /// Somebody asked the process to end.
  case terminated
}
