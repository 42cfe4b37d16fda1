internal import Records
internal import JSON
internal import Journal

/// A line of a batch made without personal data: kind `shared` instead of `done`. It names no hash: from the hash of the
/// whole line, and from that of the line before, a telephone number could be guessed.
enum SharedLine {
  static let kind = "shared"

  /// The line of a record.
  static func bytes(of record: BatchRecord, _ stripped: PersonalFields.Stripped) -> [UInt8] {
    let event = record.event
    let frame = LineFrame(
      device: event.device, epoch: event.origin.epoch, number: event.number, time: event.time, clock: event.clock,
      previous: .zero)
    let payload: JSONObject = [
      "revision": .integer(record.frozen.revision), "instance": .string(record.frozen.instance),
      "label": .string(record.label), "removed": .array(stripped.removed.map { .string($0) }),
      "submission": .object(record.content.json),
    ]
    return LineEncoder.encode(LineDraft(kind: kind, record: record.state.id, payload: payload), in: frame)
  }
}
