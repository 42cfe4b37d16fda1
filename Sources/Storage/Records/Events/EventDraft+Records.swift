package import JSON

extension EventDraft {
  /// A record begins. `sha256` names the definition in `forms/`, `zone` the time zone of its calculations; `saved` holds
  /// answers of the record saved before, for forms that look at it.
  package static func open(
    record: String, form: String, version: String, sha256: String, visit: String?, zone: String,
    preset: [(path: String, value: String)] = [], saved: [(path: String, value: String)] = []
  ) -> EventDraft {
    var payload: JSONObject = [
      "form": .string(form), "version": .string(version), "sha256": .string(sha256),
    ]
    if let visit { payload["visit"] = .string(visit) }
    payload["zone"] = .string(zone)
    for (key, pairs) in [("preset", preset), ("saved", saved)] where !pairs.isEmpty {
      var values = JSONObject()
      for (path, value) in pairs { values[path] = .string(value) }
      payload[key] = .object(values)
    }
    return EventDraft(kind: .open, record: record, payload: payload)
  }

  /// Where the surveyor is, with the text typed and not yet committed, and what lists show of the record. A label is
  /// personal when it is made of answers that the form marks so: lists mask it.
  package static func checkpoint(
    record: String, place: String?, text: String? = nil, cursor: Int? = nil, label: String, errors: Int, warnings: Int,
    answered: Int = 0, required: Int = 0, isLeft: Bool = false, isLabelPersonal: Bool = false
  ) -> EventDraft {
    var payload: JSONObject = [
      "label": .string(label), "errors": .integer(errors), "warnings": .integer(warnings),
      "answered": .integer(answered), "required": .integer(required),
    ]
    if let text { payload["text"] = .string(text) }
    if let cursor { payload["cursor"] = .integer(cursor) }
    if isLeft { payload["left"] = true }
    if isLabelPersonal { payload["personal"] = true }
    return EventDraft(kind: .ckpt, record: record, field: place, payload: payload)
  }

  /// A record is finished. `changes` says how many changes of answers since the last time were known; `submission` is the whole frozen submission, `xml` the hash of its ODK XML in `media/`.
  package static func done(
    record: String, revision: Int, instance: String, deprecates: String?, label: String, errors: Int, warnings: Int,
    changes: Int? = nil, xml: String?, submission: JSONObject, isLabelPersonal: Bool = false
  ) -> EventDraft {
    var payload: JSONObject = [
      "revision": .integer(revision), "instance": .string(instance),
    ]
    if let deprecates { payload["deprecates"] = .string(deprecates) }
    if let changes { payload["changes"] = .integer(changes) }
    payload["label"] = .string(label)
    payload["errors"] = .integer(errors)
    payload["warnings"] = .integer(warnings)
    if isLabelPersonal { payload["personal"] = true }
    if let xml { payload["xml"] = .string(xml) }
    payload["submission"] = .object(submission)
    return EventDraft(kind: .done, record: record, payload: payload)
  }

  /// A draft goes on with another version of its form; its answers stay as they are.
  package static func move(record: String, version: String, sha256: String) -> EventDraft {
    EventDraft(kind: .move, record: record, payload: ["version": .string(version), "sha256": .string(sha256)])
  }

  /// A finished record is opened again.
  package static func reopen(record: String, reason: String = "") -> EventDraft {
    EventDraft(kind: .reopen, record: record, payload: reason.isEmpty ? [:] : ["reason": .string(reason)])
  }

  /// A record does not count any more; nothing is deleted.
  package static func void(record: String, reason: String = "") -> EventDraft {
    EventDraft(kind: .void, record: record, payload: reason.isEmpty ? [:] : ["reason": .string(reason)])
  }
}
