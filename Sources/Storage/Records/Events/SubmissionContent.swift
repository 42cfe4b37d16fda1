package import JSON

/// What stands in `submission` of a `done`: the form, the answers and what travels beside them. It is complete, so that
/// one line is enough to read a record.
///
/// Paths are those of leaves with row numbers: `/data/may[1]/gia`.
package struct SubmissionContent: Sendable, Equatable {
  /// Form identifier.
  package var form: String
  /// Form version.
  package var version: String
  /// Hash of the definition in `forms/`.
  package var formHash: String
  /// Visit the record belongs to.
  package var visit: String?
  /// Time zone of the calculations.
  package var zone: String
  /// Answers nested as the groups are, a repeat as an array of its rows, every value a string; below the root element.
  package var answers: JSONObject
  /// Reasons why there is no answer, by path.
  package var missing: [String: String]
  /// Reasons with which warnings were confirmed, by path.
  package var warnings: [String: String]
  /// Notes beside questions by path; the note on the whole record under `/`.
  package var notes: [String: String]
  /// Metadata of the submission (`start`, `end`, `audit` …) and whatever a later version adds.
  package var more: JSONObject

  /// Joins the parts.
  package init(
    form: String, version: String, formHash: String, visit: String? = nil, zone: String = "", answers: JSONObject,
    missing: [String: String] = [:], warnings: [String: String] = [:], notes: [String: String] = [:],
    more: JSONObject = JSONObject()
  ) {
    self.form = form
    self.version = version
    self.formHash = formHash
    self.visit = visit
    self.zone = zone
    self.answers = answers
    self.missing = missing
    self.warnings = warnings
    self.notes = notes
    self.more = more
  }

  /// Reads a submission; what it lacks is empty.
  package init(_ json: JSONObject) {
    self.init(
      form: json["form"]?.stringValue ?? "", version: json["version"]?.stringValue ?? "",
      formHash: json["sha256"]?.stringValue ?? "", visit: json["visit"]?.stringValue,
      zone: json["zone"]?.stringValue ?? "", answers: json["answers"]?.objectValue ?? JSONObject(),
      missing: Self.texts(json["missing"]), warnings: Self.texts(json["warnings"]), notes: Self.texts(json["notes"]))
    for member in json where !Self.keys.contains(member.key) { more[member.key] = member.value }
  }

  /// The submission in the order of the format.
  package var json: JSONObject {
    var json: JSONObject = [
      "form": .string(form), "version": .string(version), "sha256": .string(formHash),
    ]
    if let visit { json["visit"] = .string(visit) }
    if !zone.isEmpty { json["zone"] = .string(zone) }
    json["answers"] = .object(answers)
    for (key, texts) in [("missing", missing), ("warnings", warnings), ("notes", notes)] where !texts.isEmpty {
      var object = JSONObject()
      for (path, text) in texts.sorted(by: { $0.key < $1.key }) { object[path] = .string(text) }
      json[key] = .object(object)
    }
    for member in more where !Self.keys.contains(member.key) { json[member.key] = member.value }
    return json
  }

  private static let keys: Set<String> = [
    "form", "version", "sha256", "visit", "zone", "answers", "missing", "warnings", "notes",
  ]

  private static func texts(_ value: JSONValue?) -> [String: String] {
    var texts: [String: String] = [:]
    for member in value?.objectValue ?? JSONObject() {
      if let text = member.value.stringValue { texts[member.key] = text }
    }
    return texts
  }
}

extension FrozenSubmission {
  /// The submission's parts.
  package var content: SubmissionContent { SubmissionContent(submission) }
}
