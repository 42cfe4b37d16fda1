/// An end that needs no further words: all that is to be said was already printed.
package struct ProgramEnd: Error, Sendable {
  /// How the program ends.
  package let exit: ProgramExit

  /// Ends with a code.
  package init(_ exit: ProgramExit) { self.exit = exit }
}
