import Testing

/// Everything that drives the application in a real terminal: one after the other, so that a small machine is not
/// busier than a laptop in the field.
@Suite(.serialized, .enabled(if: TmuxScreen.isAvailable))
enum TerminalTests {}
