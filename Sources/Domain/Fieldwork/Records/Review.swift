/// A reviewer's word about a finished record.
package struct Review: Sendable, Equatable {
  /// What the reviewer decided.
  package enum Verdict: String, Sendable, CaseIterable {
    /// Accepted.
    case approve
    /// Sent back to be corrected.
    case returnForCorrection = "return"
  }

  /// A remark about one question.
  package struct Comment: Sendable, Equatable {
    /// The path of the question, as logs write it.
    package var field: String
    /// What the reviewer says.
    package var text: String

    /// Joins question and remark.
    package init(field: String, text: String) {
      self.field = field
      self.text = text
    }
  }

  /// The record.
  package var record: String
  /// What was decided.
  package var verdict: Verdict
  /// Who decided.
  package var reviewer: String
  /// When, in ISO 8601.
  package var time: String
  /// A word about the record as a whole; may be empty.
  package var summary: String
  /// Remarks about questions.
  package var comments: [Comment]

  /// Joins the parts.
  package init(
    record: String, verdict: Verdict, reviewer: String, time: String, summary: String = "", comments: [Comment] = []
  ) {
    self.record = record
    self.verdict = verdict
    self.reviewer = reviewer
    self.time = time
    self.summary = summary
    self.comments = comments
  }

  /// Whether the reviewer gave a reason; a record is not sent back without one.
  package var hasReason: Bool { !summary.isEmpty || comments.contains { !$0.text.isEmpty } }

  /// The action that the verdict means for the record.
  package var action: RecordStatus.Action {
    switch verdict {
    case .approve: .approve
    case .returnForCorrection: .returnForCorrection
    }
  }
}
