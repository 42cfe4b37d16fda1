internal import Forms
internal import JSON
internal import Journal
internal import Media
internal import Records
internal import Responses
internal import SubmissionXML

/// Freezes a record: the submission as JSON in the journal, its XML byte for byte in the store's media.
enum Finalising {
  /// Freezes a record whose answers have no errors.
  ///
  /// The XML lies in the media before the line that names it is written, and is never made again.
  /// - Throws: ``ProgramProblem/notFinalised(errors:)`` while errors stand; problems of the store.
  static func finalise(_ session: inout RecordSession, in store: Store, at time: Int64) throws {
    session.response.finalise(at: session.moments.moment(at: time, field: nil))
    let errors = session.response.problemCounts.errors
    guard errors == 0 else {
      session.response.reopen()
      throw ProgramProblem.notFinalised(errors: errors)
    }
    let state = store.snapshot.records[session.record]
    let earlier = state?.submission
    let revision = (earlier?.revision ?? 0) + 1
    let instance = "uuid:" + (revision == 1 ? session.record : HostMachine.uuid())
    let xml = SubmissionXML.bytes(
      of: session.response, instanceID: instance, deprecatedID: earlier?.instance)
    let media = try store.media.add(xml, fileExtension: "xml")
    var drafts: [EventDraft] = []
    if let opening = session.opening { drafts.append(opening) }
    drafts.append(
      EventDraft.done(
        record: session.record, revision: revision, instance: instance, deprecates: earlier?.instance,
        label: session.label, errors: 0, warnings: session.response.problemCounts.warnings,
        changes: state?.changes ?? 0, xml: media.hash.hex,
        submission: submission(session), isLabelPersonal: session.isLabelPersonal
      ).at(time))
    drafts += session.response.entityChanges().map { change in
      var fields: JSONObject = ["label": .string(change.label)]
      for property in change.properties { fields[property.name] = .string(property.value) }
      return EventDraft.case(change.id, list: change.list, fields: fields).at(time)
    }
    try store.appendAndWait(drafts, isGroup: drafts.count > 1)
    session.opening = nil
  }

  /// The frozen submission: what batches and exports are made from, without the form engine.
  static func submission(_ session: RecordSession) -> JSONObject {
    let response = session.response
    var object: JSONObject = [
      "form": .string(session.form.id), "version": .string(session.form.version), "answers": response.answers(),
    ]
    let repeats = response.items.filter { if case .repeat = $0.kind { true } else { false } }
    put(
      repeats.map { ($0.path.description, .array(response.rows(of: $0.path).map { .string($0.raw) })) }, as: "rows",
      into: &object)
    let remarks = response.remarks()
    func texts(_ part: (Remark) -> String?) -> [(String, JSONValue)] {
      remarks.compactMap { remark in part(remark).map { (remark.indexPath, .string($0)) } }
    }
    put(texts(\.missing), as: "missing", into: &object)
    put(texts(\.confirmedWarning), as: "warnings", into: &object)
    put(texts(\.note), as: "notes", into: &object)
    let entities = response.entityChanges().map { change -> JSONValue in
      var properties = JSONObject()
      for property in change.properties { properties[property.name] = .string(property.value) }
      return [
        "action": .string(change.action.rawValue), "list": .string(change.list), "id": .string(change.id),
        "label": .string(change.label), "properties": .object(properties),
      ]
    }
    if !entities.isEmpty { object["entities"] = .array(entities) }
    return object
  }

  private static func put(_ pairs: [(String, JSONValue)], as key: String, into object: inout JSONObject) {
    guard !pairs.isEmpty else { return }
    var values = JSONObject()
    for (path, value) in pairs { values[path] = value }
    object[key] = .object(values)
  }
}
