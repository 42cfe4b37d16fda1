internal import JSON
internal import Journal
package import Records
package import Responses

/// Edits of a response as events of the journal, and back.
package enum EditEvents {
  /// The event that records an edit.
  package static func draft(_ edit: Edit, record: String, at time: Int64) -> EventDraft {
    let draft: EventDraft
    switch edit {
    case .set(let path, let value): draft = .set(record: record, field: path.description, value: value)
    case .unset(let path): draft = .unset(record: record, field: path.description)
    case .addRow(let path, let row): draft = .add(record: record, repeat: path.description, row: row.raw)
    case .removeRow(let path): draft = .remove(record: record, row: path.description)
    case .missing(let path, let reason): draft = .missing(record: record, field: path.description, reason: reason)
    case .note(let path, let text): draft = .note(record: record, field: path.description, text: text)
    case .confirmWarning(let path, let reason):
      draft = .confirmWarning(record: record, field: path.description, reason: reason)
    }
    return draft.at(time)
  }

  /// The edit that an event carries; nil for events that change no answer.
  package static func edit(_ event: Event) -> Edit? {
    guard let path = event.field.flatMap({ FieldPath($0) }) else { return nil }
    func text(_ key: String) -> String { event.body.payload?[key]?.stringValue ?? "" }
    switch event.kind {
    case .set: return .set(path, text("value"))
    case .unset: return .unset(path)
    case .missing: return .missing(path, reason: text("reason"))
    case .note: return .note(path, text("text"))
    case .warn: return .confirmWarning(path, reason: text("reason"))
    case .add: return RowID(text("row")).map { .addRow(repeat: path, row: $0) }
    case .remove: return .removeRow(path)
    case .merge:
      return event.body.payload?["value"]?.stringValue.map { .set(path, $0) } ?? .unset(path)
    default: return nil
    }
  }
}
