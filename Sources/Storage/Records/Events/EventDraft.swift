package import JSON

/// An event to be written. The constructors beside this type put the payload's keys in the order of the format.
package struct EventDraft: Sendable, Equatable {
  /// What it tells.
  package var kind: EventKind
  /// Record concerned.
  package var record: String?
  /// Field path concerned, by row ids.
  package var field: String?
  /// Payload.
  package var payload: JSONObject
  /// Wall clock, milliseconds since 1970 UTC: that of the `Moment` the edit was applied at; nil for now.
  package var time: Int64?
  /// Whether it undoes the version there is: the value before that one comes back.
  package var isUndo = false

  /// Joins the parts.
  package init(
    kind: EventKind, record: String? = nil, field: String? = nil, payload: JSONObject = JSONObject(),
    time: Int64? = nil
  ) {
    self.kind = kind
    self.record = record
    self.field = field
    self.payload = payload
    self.time = time
  }

  /// The same at a time.
  package func at(_ time: Int64) -> EventDraft {
    var draft = self
    draft.time = time
    return draft
  }
}
