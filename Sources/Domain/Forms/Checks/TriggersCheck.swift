/// Triggers name questions.
struct TriggersCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row -> [FormProblem] in
      guard let trigger = row.row.columns[.trigger], !trigger.text.isEmpty else { return [] }
      return trigger.text.split(separator: ",").compactMap { piece in
        let name = piece.filter { !$0.isWhitespace }
        guard name.hasPrefix("${"), name.hasSuffix("}") else {
          return draft.tree.at(name) == nil ? FormProblem(.badTrigger, at: trigger.position, [name]) : nil
        }
        let bare = String(name.dropFirst(2).dropLast())
        guard draft.tree.named(bare).isEmpty else { return nil }
        return FormProblem(.unknownReference, at: trigger.position, [bare, draft.tree.nearest(to: bare) ?? ""])
      }
    }
  }
}
