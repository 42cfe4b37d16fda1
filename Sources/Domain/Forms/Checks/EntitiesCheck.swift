/// Entity lists and properties have names that servers take, and conditions that fit together.
struct EntitiesCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    draft.definition.entities.flatMap(declaration) + properties(draft)
  }

  private func declaration(_ row: EntityRow) -> [FormProblem] {
    var found: [FormProblem] = []
    let list = row.listName
    if !XMLName.isValid(list.text) || list.text.hasPrefix("__") || list.text.contains(".") {
      found.append(FormProblem(.badEntityList, at: list.position, [list.text]))
    }
    func isGiven(_ source: SourceText?) -> Bool { source.map { !$0.text.allSatisfy(\.isWhitespace) } ?? false }
    let creates = isGiven(row.createIf) || !isGiven(row.entityID)
    if creates, !isGiven(row.label) {
      found.append(FormProblem(.missingEntityLabel, at: row.position, [list.text]))
    }
    let conditions = isGiven(row.createIf) && isGiven(row.entityID) && !isGiven(row.updateIf)
    if isGiven(row.updateIf) && !isGiven(row.entityID) || conditions {
      found.append(FormProblem(.entityConditions, at: row.position, [list.text]))
    }
    return found
  }

  private func properties(_ draft: FormDraft) -> [FormProblem] {
    draft.rows.flatMap { row -> [FormProblem] in
      guard let name = row.row.columns[.saveTo] else { return [] }
      var found: [FormProblem] = []
      let lowered = name.text.lowercased()
      if lowered == "name" || lowered == "label" || lowered.hasPrefix("__") || !XMLName.isValid(name.text) {
        found.append(FormProblem(.badPropertyName, at: name.position, [name.text]))
      }
      if draft.definition.entities.isEmpty {
        found.append(FormProblem(.saveToWithoutEntity, at: name.position, [name.text]))
      }
      if let kind = row.type?.kind, kind == .group || kind == .repeat {
        found.append(FormProblem(.columnNotAllowed, at: name.position, [Column.saveTo.rawValue, row.row.type.text]))
      }
      return found
    }
  }
}
