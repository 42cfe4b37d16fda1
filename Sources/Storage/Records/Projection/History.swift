package import JSON
package import Journal

/// One step in the life of a record: who did what, when, on which device, with before and after.
package struct HistoryEntry: Sendable {
  /// The event.
  package let event: Event
  /// Who sat at the device; empty when nobody had said so.
  package let author: String
  /// Name of the device; its id when it has none.
  package let device: String
  /// What stood in the field before; nil for nothing, or where it does not apply.
  package let before: String?
  /// What stands there since; nil for nothing, or where it does not apply.
  package let after: String?
  /// The version this step undid.
  package let undoes: LineHash?

  /// The entry as scripts read it.
  package var json: JSONValue {
    var object: JSONObject = [
      "time": .string(Timestamp.text(event.time)), "device": .string(event.device), "name": .string(device),
      "author": .string(author), "kind": .string(event.kind.name),
    ]
    if let field = event.field { object["field"] = .string(field) }
    if let before { object["before"] = .string(before) }
    if let after { object["after"] = .string(after) }
    if let undoes { object["undoes"] = .string(undoes.hex) }
    if event.kind == .review, let payload = event.body.payload {
      for key in ["summary", "comments"] { object[key] = payload[key] }
    }
    object["version"] = .string(event.hash.hex)
    return .object(object)
  }
}

extension Snapshot {
  /// The history of a record in the order of merging; nil when there is no such record.
  package func history(of record: RecordID) -> [HistoryEntry]? {
    guard let state = records[record] else { return nil }
    var table = FieldTable()
    return state.events.map { event in
      let payload = event.body.opening
      let before = event.field.flatMap { table.fields[$0]?.value }
      table.take(event)
      let after: String? =
        switch event.kind {
        case .set, .unset, .missing, .merge: event.field.flatMap { table.fields[$0]?.value }
        case .add: payload["row"]?.stringValue
        case .note, .ckpt: payload["text"]?.stringValue
        case .warn, .reopen, .void: payload["reason"]?.stringValue
        case .review:
          [payload["verdict"]?.stringValue, payload["summary"]?.stringValue].compactMap { $0 }.filter { !$0.isEmpty }
            .joined(separator: ": ")
        case .done: payload["revision"]?.numberLiteral
        default: nil
        }
      let name = devices[event.device]?.name ?? ""
      return HistoryEntry(
        event: event, author: author(of: event), device: name.isEmpty ? event.device : name,
        before: event.kind.isVersion ? before : nil, after: after,
        undoes: payload["undo"]?.stringValue.flatMap(LineHash.init(hex:)))
    }
  }
}
