/// Our own columns hold values that are known.
struct OwnColumnsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row -> [FormProblem] in
      var found: [FormProblem] = []
      if let missing = row.row.columns[.missing] {
        for word in NodeCompiler.words(missing) where MissingReason(rawValue: word) == nil {
          found.append(FormProblem(.unknownMissingReason, at: missing.position, [word]))
        }
      }
      if let method = row.row.columns[.ime], InputMethod(rawValue: method.text) == nil {
        found.append(FormProblem(.unknownInputMethod, at: method.position, [method.text]))
      }
      return found
    }
  }
}
