/// Choices have names, each once in its list, and without spaces where several can be taken.
struct ChoicesCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    let allowsDuplicates =
      draft.definition.settings["allow_choice_duplicates"].flatMap { YesNo.truth($0.text) } ?? false
    let multiple = Set(
      draft.rows.compactMap { row -> String? in
        guard row.type?.kind == .selectMultiple || row.type?.kind == .rank else { return nil }
        return row.type?.choices?.name
      })
    var found: [FormProblem] = []
    for list in draft.definition.choices {
      guard case .rows(let choices) = list.source else { continue }
      let isMultiple = multiple.contains(list.name)
      var seen = Set<String>(minimumCapacity: choices.count)
      for choice in choices {
        let name = choice.name.text
        if name.isEmpty {
          found.append(FormProblem(.missingChoiceName, at: choice.position, [list.name]))
        } else if !seen.insert(name).inserted, !allowsDuplicates {
          found.append(FormProblem(.duplicateChoice, at: choice.name.position, [name, list.name]))
        }
        if isMultiple, name.contains(where: \.isWhitespace) {
          found.append(FormProblem(.choiceWithSpace, at: choice.name.position, [name, list.name]))
        }
      }
    }
    return found
  }
}
