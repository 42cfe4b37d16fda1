package import Forms

/// What is wrong with a form.
package enum FormProblemPhrase {
  /// A problem in words.
  package static func problem(_ problem: FormProblem) -> ProblemPhrase {
    let words = words(problem.code, Arguments(problem.arguments))
    var (vietnamese, english) = words.says
    if let inner = problem.expression, problem.code == .expressionSyntax || problem.arguments.isEmpty {
      let phrase = ExpressionProblemPhrase.problem(inner)
      vietnamese += ": " + phrase.vietnamese
      english += ": " + phrase.english
    }
    return ProblemPhrase(problem.code.rawValue, (vietnamese, english), wayOut: words.wayOut)
  }

  /// A problem and its way out as one line, in a language by its code.
  package static func text(_ problem: FormProblem, language: String) -> String {
    self.problem(problem).line(in: Language(rawValue: language) ?? .vietnamese)
  }

  /// The words of a code.
  static func words(_ code: FormProblemCode, _ a: Arguments) -> ProblemWords {
    FormProblemWords.names(code, a) ?? FormProblemWords.choices(code, a) ?? FormProblemWords.columns(code, a)
      ?? FormProblemWords.rest(code, a)
  }
}
