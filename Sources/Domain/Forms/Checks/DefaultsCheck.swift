/// A fixed default is written as the type is written.
struct DefaultsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.compactMap { row in
      guard let node = row.node, let type = row.type, let value = row.row.columns[.defaultValue], !value.text.isEmpty,
        !DefaultReader.isExpression(value.text, for: type.kind), !type.kind.isAttachment
      else { return nil }
      let parameters = draft.tree[node].parameters
      guard !type.kind.description.isWellFormed(value.text, parameters) else { return nil }
      return FormProblem(.badDefault, at: value.position, [value.text, row.row.type.text])
    }
  }
}
