package import Fieldwork
package import JSON
package import Journal

extension EventDraft {
  /// Who sits at the machine from now on.
  package static func user(name: String, team: String, details: [String: String] = [:]) -> EventDraft {
    var payload: JSONObject = ["name": .string(name), "team": .string(team)]
    for (key, value) in details.sorted(by: { $0.key < $1.key }) where key != "name" && key != "team" {
      payload[key] = .string(value)
    }
    return EventDraft(kind: .user, payload: payload)
  }

  /// A visit with everything known of it.
  package static func visit(_ visit: Visit) -> EventDraft { EventDraft(kind: .visit, payload: visit.json) }

  /// Some keys of a visit change; the others stay.
  package static func visit(_ id: String, changes: JSONObject) -> EventDraft {
    var payload: JSONObject = ["visit": .string(id)]
    for member in changes where member.key != "visit" { payload[member.key] = member.value }
    return EventDraft(kind: .visit, payload: payload)
  }

  /// A visit changes its status.
  package static func visit(_ id: String, status: VisitStatus) -> EventDraft {
    visit(id, changes: ["status": .string(status.rawValue)])
  }

  /// Some keys of a case (an entity that several forms speak of).
  package static func `case`(_ id: String, list: String, fields: JSONObject) -> EventDraft {
    EventDraft(kind: .case, payload: ["case": .string(id), "list": .string(list), "fields": .object(fields)])
  }

  /// A reviewer's word about a finished record. `of` is the version of the `done` it was given for.
  package static func review(_ review: Review, of done: LineHash?) -> EventDraft {
    var payload: JSONObject = ["verdict": .string(review.verdict.rawValue)]
    if let done { payload["of"] = .string(done.hex) }
    if !review.summary.isEmpty { payload["summary"] = .string(review.summary) }
    if !review.comments.isEmpty {
      payload["comments"] = .array(
        review.comments.map { .object(["field": .string($0.field), "text": .string($0.text)]) })
    }
    return EventDraft(kind: .review, record: review.record, payload: payload)
  }

  /// Finished records left the store. `lines` are the records with the version of the `done` that was taken.
  package static func export(
    batch: String, to place: String, formats: [String], lines: [(record: String, done: LineHash)]
  ) -> EventDraft {
    EventDraft(
      kind: .export,
      payload: [
        "batch": .string(batch), "to": .string(place), "formats": .array(formats.map { .string($0) }),
        "records": .array(lines.map { .array([.string($0.record), .string($0.done.hex)]) }),
      ])
  }

  /// Something was taken into the store: a visit list, a batch, a folder of other devices.
  package static func `import`(from place: String, kind: String, sha256: String?, count: Int) -> EventDraft {
    var payload: JSONObject = ["from": .string(place), "kind": .string(kind)]
    if let sha256 { payload["sha256"] = .string(sha256) }
    payload["count"] = .integer(count)
    return EventDraft(kind: .import, payload: payload)
  }
}
