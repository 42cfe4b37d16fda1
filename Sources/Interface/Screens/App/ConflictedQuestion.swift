package import Expressions

/// A question that laptops answered without knowing of each other.
package struct ConflictedQuestion: Equatable, Sendable {
  /// One of the answers.
  package struct Answer: Equatable, Sendable {
    /// The version that a decision names.
    package var version: String
    /// The answer; nil when it was cleared.
    package var value: String?
    /// The name of the laptop.
    package var laptop: String
    /// When it was given there.
    package var time: Moment

    /// Joins the parts.
    package init(version: String, value: String?, laptop: String, time: Moment) {
      self.version = version
      self.value = value
      self.laptop = laptop
      self.time = time
    }
  }

  /// The path of the question by row ids.
  package var field: String
  /// The answers; the one that is shown meanwhile comes first.
  package var answers: [Answer]

  /// Joins the two.
  package init(field: String, answers: [Answer]) {
    self.field = field
    self.answers = answers
  }
}
