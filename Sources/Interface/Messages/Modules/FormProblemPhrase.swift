package import Forms

/// The words for what is wrong with a form, for its author.
package enum FormProblemPhrase {
  /// What is wrong and the way out, under the code of the problem.
  package static func problem(_ problem: FormProblem) -> ProblemPhrase {
    words(problem).phrase(problem.code.rawValue)
  }

  /// What is wrong and what to do, in one line; `language` is "vi" or "en".
  package static func text(_ problem: FormProblem, language: String) -> String {
    self.problem(problem).line(language: language)
  }

  /// Sorts the codes by what they are about; a new code does not compile before it is sorted in.
  private static func words(_ problem: FormProblem) -> ProblemWords {
    let given = ProblemArguments(problem.arguments)
    return switch problem.code {
    case .unknownType, .missingName, .illegalName, .duplicateName, .similarName, .missingLabel, .unservedType:
      rows(problem.code, given)
    case .expressionSyntax, .unknownFunction, .wrongArity, .badPattern: formula(problem)
    case .unknownPattern: pattern(given)
    case .unknownReference, .ambiguousReference, .unknownPath, .cycle, .selfReference, .repeatedReference, .badTrigger,
      .badIndexedRepeat:
      references(problem.code, given)
    case .missingListName, .missingChoiceList, .emptyChoiceList, .duplicateChoice, .choiceWithSpace, .missingChoiceName,
      .otherWithFilter, .otherUntranslated, .choiceWithoutList:
      choices(problem.code, given)
    case .missingFile, .missingFileColumn, .missingInstance, .duplicateInstance: files(problem.code, given)
    case .unknownParameter, .badParameter, .badRepeatCount, .missingCalculation, .unknownMissingReason,
      .unknownInputMethod, .badYesNo, .columnNotAllowed, .badDefault:
      columns(problem.code, given)
    case .badPropertyName, .saveToWithoutEntity, .badEntityList, .missingEntityLabel, .entityConditions:
      entities(problem.code, given)
    case .missingFormID, .emptyForm, .limit, .missingTranslation, .unknownHeader, .unknownSheet:
      form(problem.code, given)
    }
  }
}
