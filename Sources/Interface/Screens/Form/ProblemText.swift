internal import Forms
internal import Messages
internal import Responses

/// What a problem of an answer says.
enum ProblemText {
  /// The form's own message, or words of ours when it has none.
  static func text(_ problem: Problem, _ item: Item?, _ form: FormModel, _ language: Language) -> String {
    if let message = problem.message, !message.isEmpty { return message }
    // A question without a condition of its own can only mean this: what its list no longer offers.
    if problem.kind == .choice, form.response.form.nodes[problem.node].constraint == nil,
      let message = form.response.text(.constraintMessage, at: problem.path), !message.isEmpty
    {
      return message
    }
    return AnswerProblemPhrase(problem.kind).text(in: language)
  }
}
