internal import JSON
internal import Journal
package import Responses

/// The one place where the lines of the journal and the edits of a filled form meet.
extension EventDraft {
  /// The event that keeps an edit. `time` is that of the `Moment` the edit was applied at; `isUndo` says that the edit
  /// takes the last answer back.
  package init(_ edit: Edit, record: String, time: Int64? = nil, isUndo: Bool = false) {
    let field = edit.path.description
    self =
      switch edit {
      case .set(_, let value): .set(record: record, field: field, value: value)
      case .unset: .unset(record: record, field: field)
      case .addRow(_, let row): .add(record: record, repeat: field, row: row.raw)
      case .removeRow: .remove(record: record, row: field)
      case .missing(_, let reason): .missing(record: record, field: field, reason: reason)
      case .note(_, let text): .note(record: record, field: field, text: text)
      case .confirmWarning(_, let reason): .confirmWarning(record: record, field: field, reason: reason)
      }
    self.time = time
    self.isUndo = isUndo && edit.isAnswer
  }
}

extension Event {
  /// Whether it undoes an earlier version of its field.
  package var isUndo: Bool { kind.isVersion && body.payload?["undo"] != nil }

  /// The edit that the event keeps; nil when it keeps none.
  package var edit: Edit? {
    guard let path = field.flatMap({ FieldPath($0) }), let payload = body.payload else { return nil }
    func text(_ key: String) -> String { payload[key]?.stringValue ?? "" }
    switch kind {
    case .set: return .set(path, text("value"))
    case .unset: return .unset(path)
    case .merge: return payload["value"] == nil ? .unset(path) : .set(path, text("value"))
    case .add: return RowID(text("row")).map { .addRow(repeat: path, row: $0) }
    case .remove: return .removeRow(path)
    case .missing: return .missing(path, reason: text("reason"))
    case .note: return .note(path, text("text"))
    case .warn: return .confirmWarning(path, reason: text("reason"))
    default: return nil
    }
  }
}
