/// One thing the user does to a filled form.
package enum Edit: Sendable, Equatable {
  /// An answer; empty text clears it.
  case set(FieldPath, String)
  /// The answer is taken away.
  case unset(FieldPath)
  /// One more row at the end of a repeat; the path names the repeat without a row.
  case addRow(repeat: FieldPath, row: RowID)
  /// A row is taken away; the path ends in the row.
  case removeRow(FieldPath)
  /// There is no answer, for a reason that the form accepts; an empty reason takes it back.
  case missing(FieldPath, reason: String)
  /// A note on a question; empty text removes it.
  case note(FieldPath, String)
  /// A soft warning is confirmed with a reason; it holds until the answer changes. An empty reason takes it back.
  case confirmWarning(FieldPath, reason: String)

  /// The path that it touches.
  package var path: FieldPath {
    switch self {
    case .set(let path, _), .unset(let path), .addRow(repeat: let path, row: _), .removeRow(let path),
      .missing(let path, _), .note(let path, _), .confirmWarning(let path, _):
      path
    }
  }

  /// Whether it gives or takes an answer, so that it makes a version of its question.
  package var isAnswer: Bool {
    switch self {
    case .set, .unset, .missing: true
    case .addRow, .removeRow, .note, .confirmWarning: false
    }
  }
}
