package import JSON
package import Journal

/// What lists show of a record without calculating it.
package struct RecordSummary: Sendable, Equatable {
  /// Name of the instance, or what stands for it.
  package var label = ""
  /// Whether the name is made of answers that the form marks as personal: lists mask it.
  package var isLabelPersonal = false
  /// Errors when it was last written.
  package var errors = 0
  /// Warnings when it was last written.
  package var warnings = 0
  /// Required questions that are answered, as last counted.
  package var answered = 0
  /// Required questions in all, as last counted.
  package var required = 0

  /// Nothing known.
  package init() {}

  /// Reads a `ckpt` or `done`.
  init(_ body: LineBody) {
    let payload = body.opening
    label = payload["label"]?.stringValue ?? ""
    isLabelPersonal = payload["personal"]?.boolValue ?? false
    errors = payload["errors"]?.intValue ?? 0
    warnings = payload["warnings"]?.intValue ?? 0
    answered = payload["answered"]?.intValue ?? 0
    required = payload["required"]?.intValue ?? 0
  }
}

/// Where a surveyor was in a record.
package struct RecordPlace: Sendable, Equatable {
  /// Field path; nil before the first question.
  package let field: String?
  /// Text typed and not committed.
  package let text: String?
  /// Place in the text, in characters.
  package let cursor: Int?
  /// When, milliseconds since 1970 UTC.
  package let time: Int64
  /// Whether the person went back to the list: the next start does not open the record by itself.
  package let isLeft: Bool

  init?(_ event: Event) {
    guard let payload = event.body.payload else { return nil }
    self.init(
      field: event.field, text: payload["text"]?.stringValue, cursor: payload["cursor"]?.intValue, time: event.time,
      isLeft: payload["left"]?.boolValue ?? false)
  }

  private init(field: String?, text: String?, cursor: Int?, time: Int64, isLeft: Bool) {
    self.field = field
    self.text = text
    self.cursor = cursor
    self.time = time
    self.isLeft = isLeft
  }

  /// The place only.
  var withoutText: RecordPlace { RecordPlace(field: field, text: nil, cursor: nil, time: time, isLeft: isLeft) }
}

/// A finished record as it was frozen.
package struct FrozenSubmission: Sendable, Equatable {
  /// The version: what exports name.
  package let version: LineHash
  /// Number of the revision, from 1.
  package let revision: Int
  /// `instanceID` of the submission.
  package let instance: String
  /// `instanceID` of the revision it replaces.
  package let deprecates: String?
  /// Name of the filled form when it was finished.
  package let label: String
  /// SHA-256 of the ODK XML in `media/`.
  package let xml: String?
  /// The whole submission.
  package let submission: JSONObject
  /// When, milliseconds since 1970 UTC.
  package let time: Int64

  /// What a `done` says; nothing when it holds no submission, or a sealed one.
  package init?(_ event: Event) {
    guard let payload = event.body.payload, case .object(let submission)? = payload["submission"] else { return nil }
    version = event.hash
    revision = payload["revision"]?.intValue ?? 1
    instance = payload["instance"]?.stringValue ?? ""
    deprecates = payload["deprecates"]?.stringValue
    label = payload["label"]?.stringValue ?? ""
    xml = payload["xml"]?.stringValue
    self.submission = submission
    time = event.time
  }
}
