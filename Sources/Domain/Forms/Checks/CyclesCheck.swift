/// No expression waits for its own result.
struct CyclesCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] { draft.cycles }
}
