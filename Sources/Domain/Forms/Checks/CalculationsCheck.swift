/// A calculate computes something.
struct CalculationsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.rows.compactMap { row in
      guard row.type?.kind == .calculate else { return nil }
      let sources: [Column] = [.calculation, .defaultValue, .initialValue, .initialFormula]
      let isComputed = sources.contains { row.row.columns[$0].map { !$0.text.isEmpty } ?? false }
      // A form read from XML may keep such a node; only a sheet's row without calculation is surely a mistake.
      return isComputed || row.row.type.position.file.hasSuffix(".xml")
        ? nil : FormProblem(.missingCalculation, at: row.row.position, [row.name])
    }
  }
}
