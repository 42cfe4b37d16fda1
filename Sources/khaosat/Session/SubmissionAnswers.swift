internal import Forms
internal import JSON
internal import Records
internal import Responses

/// The answers of a record of which only the finished form is here, as a batch brings it: filled in again from the
/// frozen submission, with the row ids that the edits had.
struct SubmissionAnswers {
  private let submission: FrozenSubmission
  private let content: SubmissionContent

  /// The answers of a submission.
  init(_ submission: FrozenSubmission) {
    self.submission = submission
    content = submission.content
  }

  /// Fills a response that has just been opened.
  func fill(_ response: inout Response, form: CheckedForm, moments: EventMoments) {
    let moment = moments.moment(at: submission.time, field: nil)
    for step in NestedAnswers.steps(content.answers, for: form) {
      switch step {
      case .set(let path, let value):
        guard !value.isEmpty, let field = response.fieldPath(path) else { continue }
        response.apply(.set(field, value), at: moment)
      case .ensure(let path, let rows):
        guard let field = response.fieldPath(path) else { continue }
        while response.rows(of: field).count < rows {
          let number = response.rows(of: field).count
          guard response.apply(.addRow(repeat: field, row: row(number, of: field)), at: moment) == .ok else { break }
        }
      default: continue
      }
    }
    for (path, reason) in content.missing {
      if let field = response.fieldPath(path) { response.apply(.missing(field, reason: reason), at: moment) }
    }
    for (path, reason) in content.warnings {
      if let field = response.fieldPath(path) { response.apply(.confirmWarning(field, reason: reason), at: moment) }
    }
    for (path, text) in content.notes {
      if let field = response.fieldPath(path) { response.apply(.note(field, text), at: moment) }
    }
  }

  /// The id that a row had; a submission from elsewhere gets ids by number.
  private func row(_ number: Int, of field: FieldPath) -> RowID {
    let known = content.more["rows"]?[field.description]?.arrayValue
    let id = known.flatMap { $0.indices.contains(number) ? $0[number].stringValue : nil }
    return id.flatMap { RowID($0) } ?? RowID("r\(number + 1)") ?? Self.first
  }

  private static let first: RowID = RowID("r1") ?? unnamed()

  private static func unnamed() -> RowID { preconditionFailure("r1 is a row id") }
}
