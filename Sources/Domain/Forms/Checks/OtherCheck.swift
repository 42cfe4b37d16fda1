/// or_other goes neither with a choice filter nor with files, and stays in one language.
struct OtherCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row -> [FormProblem] in
      guard let type = row.type, type.hasOther else { return [] }
      var found: [FormProblem] = []
      if row.row.columns[.choiceFilter] != nil {
        found.append(FormProblem(.otherWithFilter, at: row.row.type.position, [row.row.type.text]))
      }
      if draft.languages.count > 1 {
        found.append(FormProblem(.otherUntranslated, at: row.row.type.position, [row.row.type.text]))
      }
      return found
    }
  }
}
