package import JSON

/// What a line is to say, before the journal gives it number, time, chain and checksum.
package struct LineDraft: Sendable, Equatable {
  /// Kind: one or more of a to z.
  package var kind: String
  /// Record concerned.
  package var record: String?
  /// Field path concerned, by row ids.
  package var field: String?
  /// Group: `id` in a member, `id:count` in the line that closes the group.
  package var group: String?
  /// Payload, keys in the order of the format.
  package var payload: JSONObject
  /// Wall clock of what happened, milliseconds since 1970 UTC; nil for the moment of composing. Calculations use the
  /// time of their event, so whoever calculates before writing says which time that was.
  package var time: Int64?

  /// Joins the parts.
  package init(
    kind: String, record: String? = nil, field: String? = nil, group: String? = nil, payload: JSONObject = JSONObject(),
    time: Int64? = nil
  ) {
    self.kind = kind
    self.record = record
    self.field = field
    self.group = group
    self.payload = payload
    self.time = time
  }
}
