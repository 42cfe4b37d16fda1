/// All checks of a form.
enum FormChecks {
  private static let all: [any FormCheck] = [
    SettingsCheck(), TypesCheck(), NamesCheck(), ColumnsCheck(), YesNoCheck(), ParametersCheck(), ChoiceListsCheck(),
    ChoicesCheck(), OtherCheck(), FilesCheck(), TriggersCheck(), RepeatsCheck(), CalculationsCheck(), DefaultsCheck(),
    ExpressionsCheck(), CyclesCheck(), EntitiesCheck(), OwnColumnsCheck(), LabelsCheck(), LimitsCheck(),
  ]

  /// Every problem of a form, in the order in which the places stand in it.
  static func problems(in draft: FormDraft) -> [FormProblem] {
    var found: [FormProblem] = []
    var seen: Set<Key> = []
    for problems in [draft.definition.notices] + all.map({ $0.problems(in: draft) }) {
      for problem in problems {
        let key = Key(code: problem.code, position: problem.position, arguments: problem.arguments)
        if seen.insert(key).inserted { found.append(problem) }
      }
    }
    return found.enumerated().sorted { left, right in
      let (first, second) = (left.element.position, right.element.position)
      return (first.file, sheet(first), first.line, first.column, left.offset)
        < (second.file, sheet(second), second.line, second.column, right.offset)
    }.map(\.element)
  }

  /// What makes two problems the same.
  private struct Key: Hashable {
    var code: FormProblemCode
    var position: SourcePosition
    var arguments: [String]
  }

  private static func sheet(_ position: SourcePosition) -> String {
    position.cell.map { String($0.prefix { $0 != "!" }) } ?? ""
  }
}
