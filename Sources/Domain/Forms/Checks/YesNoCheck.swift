/// Columns and settings that take only yes and no.
struct YesNoCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    let settings = ["allow_choice_duplicates"].compactMap { name -> FormProblem? in
      guard let text = draft.definition.settings[name], YesNo.truth(text.text) == nil else { return nil }
      return FormProblem(.badYesNo, at: text.position, [name, text.text])
    }
    return settings
      + draft.rows.flatMap { row in
        [Column.personal, .fixedRows].compactMap { column in
          guard let text = row.row.columns[column], YesNo.truth(text.text) == nil else { return nil }
          return FormProblem(.badYesNo, at: text.position, [column.rawValue, text.text])
        }
      }
  }
}
