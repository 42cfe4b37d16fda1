/// One thing that is checked about a form. Checks only read; each finds all problems of its kind.
protocol FormCheck: Sendable {
  /// What is wrong, in the order of the form.
  func problems(in draft: FormDraft) -> [FormProblem]
}
