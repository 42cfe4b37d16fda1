package import Expressions
package import Messages

/// How far the changes of answers are on their way to the disk.
package struct SaveState: Equatable, Sendable {
  /// Changes sent and not yet acknowledged.
  package var waiting = 0
  /// When the last acknowledgement came.
  package var lastSaved: Moment?
  /// Why the last changes are not on the disk.
  package var failure: ProblemPhrase?

  /// Nothing to save yet.
  package init() {}
}
