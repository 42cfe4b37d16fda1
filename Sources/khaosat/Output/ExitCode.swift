/// How a command ends. The numbers are a contract that scripts rely on.
package enum ProgramExit: Int32, Sendable {
  /// Done.
  case done = 0
  /// Problems in the data: a form with mistakes, a record that cannot be finalised, rows left out of a list.
  case problems = 1
  /// Wrong use: unknown command, option, form or record.
  case usage = 2
  /// The store or a batch is damaged, or the store is full.
  case damaged = 3
  /// Refused: another instance holds the store, or it cannot be written.
  case refused = 4
}
