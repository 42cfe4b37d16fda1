internal import JSON
package import Journal

extension EventDraft {
  /// A value of a field, exactly as submitted.
  package static func set(record: String, field: String, value: String) -> EventDraft {
    EventDraft(kind: .set, record: record, field: field, payload: ["value": .string(value)])
  }

  /// A field is emptied.
  package static func unset(record: String, field: String) -> EventDraft {
    EventDraft(kind: .unset, record: record, field: field)
  }

  /// A field has no value for a reason: `dk`, `refused`, `na`.
  package static func missing(record: String, field: String, reason: String) -> EventDraft {
    EventDraft(kind: .missing, record: record, field: field, payload: ["reason": .string(reason)])
  }

  /// A conflict is decided: `value` replaces all `parents`; nil for empty.
  package static func merge(record: String, field: String, value: String?, parents: [LineHash]) -> EventDraft {
    var payload: JSONObject = [:]
    if let value { payload["value"] = .string(value) }
    payload["w"] = .array(parents.map { .string($0.hex) })
    return EventDraft(kind: .merge, record: record, field: field, payload: payload)
  }

  /// A row of a repeat, behind the last one. `field` is the repeat.
  package static func add(record: String, repeat field: String, row: String) -> EventDraft {
    EventDraft(kind: .add, record: record, field: field, payload: ["row": .string(row)])
  }

  /// A row goes. `field` ends in the row.
  package static func remove(record: String, row field: String) -> EventDraft {
    EventDraft(kind: .remove, record: record, field: field)
  }

  /// A note beside a question, or beside the record.
  package static func note(record: String, field: String?, text: String) -> EventDraft {
    EventDraft(kind: .note, record: record, field: field, payload: ["text": .string(text)])
  }

  /// A warning was confirmed with a reason.
  package static func confirmWarning(record: String, field: String, reason: String) -> EventDraft {
    EventDraft(kind: .warn, record: record, field: field, payload: ["reason": .string(reason)])
  }
}
