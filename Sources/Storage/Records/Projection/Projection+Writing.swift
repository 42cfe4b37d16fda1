internal import JSON
internal import Journal

extension Projection {
  /// The line for a draft: a value of a field names the versions it replaces, and the one that it undoes.
  mutating func line(for draft: EventDraft) -> LineDraft {
    var payload = draft.payload
    if draft.kind.isVersion, let record = draft.record, let field = draft.field {
      let replaced = versions(record: record, field: field)
      if payload["w"] == nil { payload["w"] = .array(replaced.map { .string($0.hex) }) }
      if draft.isUndo, let undone = replaced.last { payload["undo"] = .string(undone.hex) }
    }
    return LineDraft(
      kind: draft.kind.name, record: draft.record, field: draft.field, payload: payload, time: draft.time)
  }

  /// Takes a line just composed.
  mutating func take(_ line: WrittenLine, draft: LineDraft) -> Event {
    let event = Event(
      hash: line.hash, clock: line.frame.clock, origin: origin(line.frame.device, line.frame.epoch),
      number: line.frame.number, time: line.frame.time, kind: EventKind(draft.kind), record: draft.record,
      field: draft.field, body: LineBody(draft.payload))
    take(CollectionOfOne(Incoming(event: event, group: draft.group)))
    return event
  }
}
