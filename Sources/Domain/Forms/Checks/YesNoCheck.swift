/// Columns that take only yes and no.
struct YesNoCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row in
      [Column.personal, .fixedRows].compactMap { column in
        guard let text = row.row.columns[column], YesNo.truth(text.text) == nil else { return nil }
        return FormProblem(.badYesNo, at: text.position, [column.rawValue, text.text])
      }
    }
  }
}
