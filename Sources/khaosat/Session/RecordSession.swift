internal import Batches
internal import Expressions
package import Forms
internal import JSON
internal import Journal
package import Records
package import Responses
package import Screens

/// A record being worked on: the answers as a value, and what they were opened with.
package struct RecordSession {
  /// The record's id, a UUID.
  package let record: String
  /// The form as the record keeps it.
  package let form: CheckedForm
  /// The visit it belongs to.
  package let visit: String?
  /// The answers.
  package var response: Response
  /// The moments of its edits.
  package let moments: EventMoments
  /// Whether what lists call it is made of personal answers.
  package let isLabelPersonal: Bool
  /// The event that opened it, while it is not in the journal.
  package var opening: EventDraft?
  /// What can be taken back since before it was opened, oldest first.
  package var undoSteps: [UndoStep] = []

  /// Begins a record: nothing is written until the first answer is.
  static func begin(
    record: String? = nil, form found: FoundForm, visit: String?, preset: [String: String], store: Store,
    clock: HostClock
  ) throws -> RecordSession {
    let record = record ?? HostMachine.uuid()
    let form = found.form
    let hash = try found.kept(in: store)
    let snapshot = store.snapshot
    let moments = EventMoments(
      record: record, zone: clock.zone, device: store.identity.device,
      properties: Self.properties(snapshot.user(of: store.identity.device)))
    let time = clock.now()
    let saved = LastSaved.values(for: form, in: store)
    let opening = EventDraft.open(
      record: record, form: form.id, version: form.version, sha256: hash.hex, visit: visit, zone: clock.zone.name,
      preset: preset.sorted { $0.key < $1.key }.map { (path: $0.key, value: $0.value) }, saved: saved
    ).at(time)
    let response = Response(
      form: form, instanceID: "uuid:" + record, opened: moments.moment(at: time, field: nil), preset: preset,
      lastSaved: LastSaved.document(saved, for: form), lists: EntityLists.documents(snapshot, for: form))
    return RecordSession(
      record: record, form: form, visit: visit, response: response, moments: moments,
      isLabelPersonal: PersonalLabel.isDrawn(in: form), opening: opening)
  }

  /// Takes up a record of the store: its events are applied again, in the order in which all devices see them.
  ///
  /// - Parameter other: another version of the form to look at the answers with; the record's own when nil.
  package static func resume(
    _ state: RecordState, store: Store, form other: CheckedForm? = nil
  ) throws -> RecordSession {
    guard !state.isLocked else { throw StoreProblem.lockedRecord(state.id) }
    let events = state.events
    guard events.count == state.count else { throw StoreProblem.unreadableRecord(state.id) }
    let form = try other ?? ArchivedForm.checked(state.formHash, in: store.forms)
    let opening = events.first { $0.kind == .open }
    let moments = EventMoments(
      record: state.id, zone: HostClock(zoneNamed: state.zone).zone, device: opening?.device ?? state.device,
      properties: properties(
        opening.flatMap { event in store.snapshot.users[event.device]?.last { Event.isBefore($0, event) } }))
    let payload = opening?.body.payload
    var preset: [String: String] = [:]
    for member in payload?["preset"]?.objectValue ?? JSONObject() { preset[member.key] = member.value.stringValue }
    let saved = (payload?["saved"]?.objectValue ?? JSONObject()).map { ($0.key, $0.value.stringValue ?? "") }
    var response = Response(
      form: form, instanceID: "uuid:" + state.id,
      opened: moments.moment(at: opening?.time ?? state.created, field: nil), preset: preset,
      lastSaved: LastSaved.document(saved, for: form), lists: EntityLists.documents(store.snapshot, for: form))
    var trail = UndoTrail(device: store.identity.device)
    var edits = EditsAtHand()
    for event in events {
      trail.take(event, in: response)
      // What was finished elsewhere is what later edits build on.
      if edits.lack(event), let frozen = FrozenSubmission(event) {
        SubmissionAnswers(frozen).fill(&response, form: form, moments: moments)
      }
      guard let edit = event.edit else { continue }
      response.apply(edit, at: moments.moment(at: event.time, field: event.field))
    }
    if state.hasOnlySubmission, let submission = state.submission {
      SubmissionAnswers(submission).fill(&response, form: form, moments: moments)
    }
    return RecordSession(
      record: state.id, form: form, visit: state.visit, response: response, moments: moments,
      isLabelPersonal: PersonalLabel.isDrawn(in: form), opening: nil, undoSteps: trail.steps)
  }

  /// The checkpoint that tells lists what the record is called and how it stands.
  package func checkpoint(
    place: String?, text: String? = nil, cursor: Int? = nil, isLeft: Bool = false, at time: Int64
  ) -> EventDraft {
    let counts = response.problemCounts
    let required = response.items.filter { $0.kind == .question && $0.isRequired }
    return EventDraft.checkpoint(
      record: record, place: place, text: text, cursor: cursor, label: label, errors: counts.errors,
      warnings: counts.warnings, answered: required.count(where: \.isAnswered), required: required.count,
      isLeft: isLeft, isLabelPersonal: isLabelPersonal
    ).at(time)
  }

  /// What lists call the record: its instance name, else the first answer that is not personal.
  package var label: String { RecordLabel.text(response, form: form) }

  /// What `property()` answers in a form about who sits at the machine.
  package static func properties(_ user: Event?) -> [String: String] {
    guard let payload = user?.body.payload else { return [:] }
    var properties: [String: String] = [:]
    for member in payload { properties[member.key] = member.value.stringValue }
    properties["username"] = payload["name"]?.stringValue ?? ""
    properties["phonenumber"] = payload["phone"]?.stringValue
    return properties.compactMapValues { $0 }
  }
}
