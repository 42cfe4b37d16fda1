/// What can be wrong with a form. The raw values are stable: they are printed and documented.
package enum FormProblemCode: String, CaseIterable, Sendable {
  /// A type that no kind knows: type.
  case unknownType = "FRM-001"
  /// A row that needs a name has none: type.
  case missingName = "FRM-002"
  /// A name that XML does not allow: name.
  case illegalName = "FRM-003"
  /// Two rows of one group have the same name: name, place of the first.
  case duplicateName = "FRM-004"
  /// `${name}` names no question: name, nearest known name or nothing.
  case unknownReference = "FRM-005"
  /// `${name}` names several questions: name, how many.
  case ambiguousReference = "FRM-006"
  /// An expression cannot be read: what was found, what was expected.
  case expressionSyntax = "FRM-007"
  /// A function that does not exist: name.
  case unknownFunction = "FRM-008"
  /// A function with a wrong number of arguments: name, given, allowed.
  case wrongArity = "FRM-009"
  /// An absolute path that names no node of the form: path.
  case unknownPath = "FRM-010"
  /// A select without a list name: type.
  case missingListName = "FRM-011"
  /// A list that is not defined: list.
  case missingChoiceList = "FRM-012"
  /// A list without choices: list.
  case emptyChoiceList = "FRM-013"
  /// The same choice twice in a list: choice, list.
  case duplicateChoice = "FRM-014"
  /// A choice of a select_multiple with a space in its name: choice, list.
  case choiceWithSpace = "FRM-015"
  /// A choice without a name: list.
  case missingChoiceName = "FRM-016"
  /// Expressions that depend on each other: the path of the cycle, first and last alike.
  case cycle = "FRM-017"
  /// An expression that depends on its own result: name.
  case selfReference = "FRM-018"
  /// A parameter that the type does not take: parameter, type.
  case unknownParameter = "FRM-019"
  /// A parameter with a value that cannot be: parameter, value.
  case badParameter = "FRM-020"
  /// A trigger that names no question: text.
  case badTrigger = "FRM-021"
  /// A repeat_count that is no number, reference or expression: text.
  case badRepeatCount = "FRM-022"
  /// A calculate without calculation, default or trigger: name.
  case missingCalculation = "FRM-023"
  /// A file that was not found beside the form: file.
  case missingFile = "FRM-024"
  /// A column that the file of a list does not have: column, file.
  case missingFileColumn = "FRM-025"
  /// or_other together with a choice filter: type.
  case otherWithFilter = "FRM-026"
  /// A reason in `missing` that is not known: reason.
  case unknownMissingReason = "FRM-027"
  /// A value of `ime` that is not known: value.
  case unknownInputMethod = "FRM-028"
  /// A yes/no column with neither: column, text.
  case badYesNo = "FRM-029"
  /// An entity property name that is reserved or illegal: name.
  case badPropertyName = "FRM-030"
  /// save_to without any entity declaration: name.
  case saveToWithoutEntity = "FRM-031"
  /// An entity list name that is reserved or illegal: name.
  case badEntityList = "FRM-032"
  /// An entity declaration that creates without a label: list.
  case missingEntityLabel = "FRM-033"
  /// Conditions that do not fit together: update_if without entity_id: list.
  case entityConditions = "FRM-034"
  /// A column on a row that cannot have it, and that is not looked at: column, type. A warning.
  case columnNotAllowed = "FRM-035"
  /// A default that the type cannot hold: value, type. A warning: the question begins empty.
  case badDefault = "FRM-036"
  /// The form has no form_id.
  case missingFormID = "FRM-037"
  /// The form has no question.
  case emptyForm = "FRM-038"
  /// Groups nested too deep or too many questions: what, limit.
  case limit = "FRM-039"
  /// A reference to a repeated question from outside its repeat where one value is needed: name. A warning.
  case repeatedReference = "FRM-040"
  /// or_other in a form with translations: the added texts stay in one language. A warning.
  case otherUntranslated = "FRM-041"
  /// A text that lacks one of the form's languages: column, language. A warning.
  case missingTranslation = "FRM-042"
  /// A question that this program cannot ask: type. A warning.
  case unservedType = "FRM-043"
  /// A secondary instance that is not defined: id.
  case missingInstance = "FRM-044"
  /// Two secondary instances have the same id but not the same source: id.
  case duplicateInstance = "FRM-045"
  /// A question without label or hint: name. A warning.
  case missingLabel = "FRM-046"
  /// A name that another row of its group has in other case: name, place of the first. A warning.
  case similarName = "FRM-047"
  /// A regular expression that is written wrong: pattern, why, place in it.
  case badPattern = "FRM-048"
  /// A regular expression with something that is not known here: pattern, why, place in it. A warning.
  case unknownPattern = "FRM-049"
  /// An indexed-repeat whose second argument does not lie around the first: path.
  case badIndexedRepeat = "FRM-050"
  /// A column of a sheet that no form has: name, nearest known name or nothing. A warning.
  case unknownHeader = "FRM-051"
  /// A choice that names no list: name. A warning.
  case choiceWithoutList = "FRM-052"
  /// A sheet whose name is nearly that of a sheet that is not there: name, the other. A warning.
  case unknownSheet = "FRM-053"

  /// Whether the form can be used all the same.
  package var isWarning: Bool {
    switch self {
    case .unknownPath, .repeatedReference, .otherUntranslated, .missingTranslation, .unservedType, .missingLabel,
      .columnNotAllowed, .badDefault, .similarName,
      .unknownPattern, .unknownHeader, .choiceWithoutList, .unknownSheet,
      .emptyChoiceList:
      true
    default: false
    }
  }
}
