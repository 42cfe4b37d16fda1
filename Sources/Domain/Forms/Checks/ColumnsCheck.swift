/// Columns stand only where they mean something.
struct ColumnsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    var found: [FormProblem] = []
    for row in draft.rows {
      guard let type = row.type else { continue }
      let misplaced = row.row.columns.filter { !isAllowed($0.key, for: type.kind) }
      for (column, text) in misplaced.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
        found.append(FormProblem(.columnNotAllowed, at: text.position, [column.rawValue, row.row.type.text]))
      }
    }
    return found
  }

  private func isAllowed(_ column: Column, for kind: QuestionKind) -> Bool {
    switch column {
    case .choiceFilter, .itemset: kind.isSelect
    case .repeatCount, .fixedRows: kind == .repeat
    case .calculation: kind != .group && kind != .repeat
    case .missing, .warning: kind.description.hasControl && kind != .note
    default: true
    }
  }
}
