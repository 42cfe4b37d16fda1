package import Fieldwork
internal import JSON
package import Journal

/// One record as all devices together know it.
package struct RecordState: Sendable, Identifiable {
  /// The record.
  package let id: String
  /// Form identifier.
  package internal(set) var form = ""
  /// Form version.
  package internal(set) var version = ""
  /// Hash of the definition in `forms/`.
  package internal(set) var formHash = ""
  /// Time zone of the calculations.
  package internal(set) var zone = ""
  /// Visit the record belongs to.
  package internal(set) var visit: String?
  /// How it stands.
  package internal(set) var status = RecordStatus.draft
  /// When it was opened, milliseconds since 1970 UTC.
  package internal(set) var created: Int64 = 0
  /// When its last event was written, milliseconds since 1970 UTC.
  package internal(set) var updated: Int64 = 0
  /// Device that wrote the last event.
  package internal(set) var device = ""
  /// How many events it has.
  package internal(set) var count = 0
  /// Place in ``events`` of the last `done`.
  package internal(set) var lastDone: Int?
  /// Number of `done` so far: the next one is this plus one.
  package internal(set) var revisions = 0
  /// Whether answers changed after the last `done` without the record being opened again: another device did not know.
  package internal(set) var isChangedAfterDone = false
  /// Whether the last `done` was written without knowing all answers that were given before it: two laptops finished the
  /// record, or one finished what another was still changing. Void records are finished like that, too.
  package internal(set) var isFinishedUnaware = false
  /// Changes of answers since the last `done`, or since the beginning.
  package internal(set) var changes = 0
  /// Whether more than one device or epoch wrote values.
  package internal(set) var hasSeveralWriters = false
  /// Whether a key is missing for some of its lines: nothing may be written over what cannot be read.
  package internal(set) var hasLockedLines = false
  /// Lines that do not count: each was changed together with its checksum, and the genuine one is there.
  var altered: Set<LineHash> = []
  /// Whether a device wrote under a number that was used twice.
  var isForked = false
  /// Versions of `done` that were exported.
  package internal(set) var exportedVersions: Set<LineHash> = []
  /// What lists show of the record, as last written.
  package internal(set) var summary = RecordSummary()
  /// When and where the last place was kept; nil when none was.
  package internal(set) var lastPlaceKept: (time: Int64, device: String)?
  /// Name of the last `done`.
  var lastDoneHash: LineHash?
  /// `instanceID` of the last `done`.
  var lastInstance: String?
  var lastCheckpoint: Int?
  var firstWriter: Origin?
  /// Everybody who wrote a line of it.
  var origins: [Origin] = []
  /// The last event in the order of merging.
  var lastKey: EventKey?
  /// Where its lines lie that are on the medium.
  var runs: [LineRun] = []
  /// Events of which it is not known where they lie, in the order of merging: those just written.
  var recent: [Event] = []
  /// Reads the lines on the medium.
  let lines: LogLines

  init(id: String, exportedVersions: Set<LineHash>, lines: LogLines) {
    self.id = id
    self.exportedVersions = exportedVersions
    self.lines = lines
  }

  /// All its events in the order of merging. They are read when asked for.
  package var events: [Event] {
    let all = lines.events(of: id, runs, count: count + altered.count - recent.count)
    let stored = altered.isEmpty ? all : all.filter { !altered.contains($0.hash) }
    guard let first = recent.first, let last = stored.last else { return stored.isEmpty ? recent : stored }
    return Event.isBefore(last, first) ? stored + recent : (stored + recent).sorted(by: Event.isBefore)
  }

  /// Whether what was finished last is not what the answers say: it leaves the store only when somebody has opened the
  /// record again, looked, and finished it.
  package var isDisputed: Bool { isChangedAfterDone || isFinishedUnaware }

  /// Whether the last `done` was exported.
  package var isExported: Bool { lastDoneHash.map { exportedVersions.contains($0) } ?? false }

  /// Where the surveyor was, with the text typed and not committed; without it once the field got an answer after it.
  package var place: RecordPlace? {
    let events = events
    guard let lastCheckpoint, lastCheckpoint < events.count, let place = RecordPlace(events[lastCheckpoint]) else {
      return nil
    }
    let isAnswered = events[(lastCheckpoint + 1)...].contains { $0.kind.isVersion && $0.field == place.field }
    return isAnswered ? place.withoutText : place
  }

  /// Notes of the surveyors, in the order of merging; `author` tells who sat at the device then.
  package func notes(author: (Event) -> String) -> [FieldNote] {
    events.filter { $0.kind == .note }.map { event in
      FieldNote(
        record: id, field: event.field, text: event.body.payload?["text"]?.stringValue ?? "", author: author(event),
        time: Timestamp.text(event.time))
    }
  }

  /// What reviewers said, in the order of merging.
  package func reviews(author: (Event) -> String) -> [Review] {
    events.filter { $0.kind == .review }.compactMap { event in
      guard let payload = event.body.payload,
        let verdict = payload["verdict"]?.stringValue.flatMap(Review.Verdict.init(rawValue:))
      else { return nil }
      let comments = (payload["comments"]?.arrayValue ?? []).compactMap { comment -> Review.Comment? in
        guard let field = comment["field"]?.stringValue, let text = comment["text"]?.stringValue else { return nil }
        return Review.Comment(field: field, text: text)
      }
      return Review(
        record: id, verdict: verdict, reviewer: author(event), time: Timestamp.text(event.time),
        summary: payload["summary"]?.stringValue ?? "", comments: comments)
    }
  }

  /// The frozen submission of the last `done`.
  package var submission: FrozenSubmission? {
    guard let lastDone else { return nil }
    let events = events
    return lastDone < events.count ? FrozenSubmission(events[lastDone]) : nil
  }

  /// Whether only its finished form is here: it came in a batch, without the edits that led to it, or those are sealed
  /// with a key that is not here. Its answers are those of ``submission``; folding ``events`` does not give them.
  package var hasOnlySubmission: Bool {
    lastDone != nil && (hasLockedLines || !events.contains { $0.kind.isChange })
  }

  /// Whether what it says is not known here, for want of a key. A finished record that can be read is not locked, even
  /// when the way to it is.
  package var isLocked: Bool {
    guard hasLockedLines else { return false }
    guard let lastDone, !status.isOpen, !isChangedAfterDone else { return true }
    let events = events
    return lastDone >= events.count || events[lastDone...].contains { $0.body.isSealed }
  }

  /// Whether laptops answered a question differently and nobody has decided yet.
  package var hasOpenConflict: Bool { mayConflict && conflicts.contains(where: \.isReal) }

  /// The fields after merging; folded when asked for.
  package var fields: FieldTable { FieldTable(events) }

  /// Whether there can be conflicts at all; only then the fields are folded to find them.
  package var mayConflict: Bool { hasSeveralWriters || isForked }

  /// Fields with versions that do not know of each other, in order of path.
  package var conflicts: [Conflict] {
    guard mayConflict, !hasLockedLines else { return [] }
    return fields.fields.filter { $0.value.isConflict }.sorted { $0.key < $1.key }.map { field, state in
      Conflict(
        record: id, field: field,
        leaves: state.leaves.reversed().map {
          Conflict.Leaf(
            version: $0.version.hex, value: $0.value, device: $0.device, time: Timestamp.text($0.time))
        })
    }
  }
}
