/// What a command is called: in one word on the key line, in full in help and palette.
package enum CommandPhrase: PairedPhrase {
  case short(Command)
  case full(Command)

  /// Vietnamese, then English.
  package var both: (String, String) {
    switch self {
    case .short(let command): CommandText.short(command)
    case .full(let command): CommandText.full(command)
    }
  }
}

/// Everything a key can ask for.
package enum Command: String, CaseIterable, Sendable {
  case next, previous, open, choose, toggle, done, remove, close, filter
  case addVisit, group, visitStatus, export, exchange, backup, reopen
  case note, inbox, folder, problems, jump, missing, missingRefused, missingNotApplicable, clear
  case undo, redo, review, leave, toList
  case help, palette, language, typing, repaint, lock, suspend, menu, quit
}
