/// Questions have a label, in every language of the form.
struct LabelsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row -> [FormProblem] in
      guard let kind = row.type?.kind, row.node != nil else { return [] }
      var found: [FormProblem] = []
      let texts = row.row.texts
      if kind.description.hasControl, texts[.label] == nil, texts[.hint] == nil, texts[.image] == nil {
        found.append(FormProblem(.missingLabel, at: row.row.position, [row.name]))
      }
      if draft.languages.isEmpty { return found }
      for column in TextColumn.allCases {
        guard let text = texts[column], let first = text.entries.first, !first.language.isEmpty else { continue }
        for language in draft.languages where !text.languages.contains(language) {
          found.append(FormProblem(.missingTranslation, at: first.text.position, [column.rawValue, language]))
        }
      }
      return found
    }
  }
}
