/// Expressions can be read, and name functions, questions and instances that exist.
struct ExpressionsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] { draft.expressionProblems }
}
