/// A fixed default can be read as an answer of its type.
struct DefaultsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.compactMap { row in
      guard let node = row.node, let type = row.type else { return nil }
      let written = row.row.columns[.defaultValue].flatMap { value in
        DefaultReader.isExpression(value.text, for: type.kind) ? nil : value
      }
      guard let value = written ?? row.row.columns[.initialValue], !value.text.isEmpty,
        AnswerForm.read(value.text, for: type.kind, draft.tree[node].parameters) == nil
      else { return nil }
      return FormProblem(.badDefault, at: value.position, [value.text, row.row.type.text])
    }
  }
}
