package import Responses

extension AnswerProblemPhrase {
  /// What is wrong with an answer in one line: the form's own words, or ours; `language` is "vi" or "en".
  package static func text(_ problem: Problem, language: String) -> String {
    if let message = problem.message, !message.isEmpty { return message }
    return AnswerProblemPhrase(problem.kind).text(in: Language(rawValue: language) ?? .vietnamese)
  }
}
