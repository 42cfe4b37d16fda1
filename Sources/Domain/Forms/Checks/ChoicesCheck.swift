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
      // Choices are read field by field: copying each of many thousand costs more than checking it.
      for place in choices.indices {
        let name = choices[place].name.text
        if name.isEmpty {
          found.append(FormProblem(.missingChoiceName, at: choices[place].position, [list.name]))
        } else if !seen.insert(name).inserted, !allowsDuplicates {
          found.append(FormProblem(.duplicateChoice, at: choices[place].name.position, [name, list.name]))
        }
        if isMultiple, name.contains(where: \.isWhitespace) {
          found.append(FormProblem(.choiceWithSpace, at: choices[place].name.position, [name, list.name]))
        }
      }
    }
    return found
  }
}
