/// Every type is known; types that cannot be served here are pointed out.
struct TypesCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.compactMap { row in
      let written = row.row.type
      switch row.reading {
      case .unknown: return FormProblem(.unknownType, at: written.position, [written.text])
      case .instance: return nil
      case .question(let type):
        if type.kind.isSelect, type.choices == nil, row.row.columns[.itemset] == nil {
          return FormProblem(.missingListName, at: written.position, [written.text])
        }
        return isServed(row, type: type) ? nil : FormProblem(.unservedType, at: written.position, [written.text])
      }
    }
  }

  private func isServed(_ row: DraftRow, type: QuestionType) -> Bool {
    let words = Appearance(row.row.columns[.appearance]?.text ?? "").words
    let drawn = ["draw", "signature", "annotate"].contains(where: words.contains)
    return type.kind != .backgroundAudio && !(type.kind == .image && drawn)
  }
}
