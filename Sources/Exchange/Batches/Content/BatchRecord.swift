internal import Journal
internal import Media
internal import Records

/// A finished record on its way out.
struct BatchRecord {
  /// Its state here.
  let state: RecordState
  /// The `done` that is taken.
  let event: Event
  /// The same, read.
  let frozen: FrozenSubmission
  /// Its submission.
  var content: SubmissionContent
  /// Its name; empty where that must not be told.
  var label: String
  /// Who sat at the machine.
  let author: String

  /// The form: that of the record, else that of the submission.
  var form: String { state.form.isEmpty ? content.form : state.form }
  /// The version of the form.
  var formVersion: String { state.version.isEmpty ? content.version : state.version }
  /// The hash of the form's definition.
  var formHash: String { state.formHash.isEmpty ? content.formHash : state.formHash }

  /// Attachments that the answers name.
  var attachments: [MediaName] { Attachments.names(in: content.answers) }
}
