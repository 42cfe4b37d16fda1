/// How an edit was taken.
package enum Outcome: String, Sendable, CaseIterable {
  case ok
  /// An empty answer to a required question.
  case required
  /// The answer breaks the question's constraint.
  case constraint
  /// The answer is not written as its type is written.
  case type
  /// The answer is not among the choices offered.
  case choice
  /// The question is not asked now; the answer is kept and reads as empty.
  case irrelevant
  /// The question does not take answers.
  case readonly
  /// There is no such question, row or reason.
  case unknown
}
