/// Lists that selects name exist and have choices.
struct ChoiceListsCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    var found: [FormProblem] = []
    let known = Dictionary(draft.definition.choices.map { ($0.name, $0) }) { first, _ in first }
    for row in draft.rows {
      let written = row.row.type
      switch row.type?.choices {
      case .list(let name)?, .external(let name)?:
        if known[name] == nil, row.row.columns[.itemset] == nil {
          found.append(FormProblem(.missingChoiceList, at: written.position, [name]))
        }
      case .rows(let name)?:
        guard let target = draft.tree.named(name).first else { break }
        if draft.tree[target].enclosingRepeat == nil {
          found.append(FormProblem(.missingChoiceList, at: written.position, [name]))
        }
      case .file?, nil: break
      }
    }
    for list in draft.definition.choices {
      if case .rows(let choices) = list.source, choices.isEmpty {
        found.append(FormProblem(.emptyChoiceList, at: list.position, [list.name]))
      }
    }
    return found
  }
}
