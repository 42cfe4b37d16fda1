internal import Messages
internal import Responses

/// What a problem of an answer says.
enum ProblemText {
  /// The form's own message, or words of ours when it has none.
  static func text(_ problem: Problem, _ item: Item?, _ language: Language) -> String {
    if let message = problem.message, !message.isEmpty { return message }
    return AnswerProblemPhrase(problem.kind).text(in: language)
  }
}
