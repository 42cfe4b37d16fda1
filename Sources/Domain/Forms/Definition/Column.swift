/// Columns of the survey sheet that are not translated. Raw values are XLSForm's spelling; the last ones are ours or come from XForms.
package enum Column: CaseIterable, Sendable {
  case relevant
  case constraint
  case required
  case readOnly
  /// XLSForm's `default`: a literal, or an expression when it looks like one.
  case defaultValue
  case calculation
  /// `${a}` or several separated by commas; XForm readers write absolute paths instead.
  case trigger
  case choiceFilter
  case repeatCount
  case appearance
  case parameters
  case saveTo
  case rows
  case autoplay
  case noAppErrorString
  case compactTag
  case query
  /// Ours: the soft check.
  case warning
  /// Ours: the reasons accepted instead of an answer, separated by spaces or commas.
  case missing
  /// Ours: typing help, off, telex or vni.
  case ime
  /// Ours: the unit shown behind a number.
  case unit
  /// Ours: yes when the answer is personal data.
  case personal
  /// XForm only: an itemset's nodeset that no list name and choice filter can say; value and label columns stand in `parameters`.
  case itemset
  /// XForm only: the literal found in the primary instance, never read as an expression.
  case initialValue
  /// XForm only: the expression of a `setvalue` at first load, always read as an expression.
  case initialFormula
  /// XForm only: yes when rows may be neither added nor removed by hand (`jr:noAddRemove`).
  case fixedRows

  /// XLSForm's spelling, or ours. No raw value of the enum: a set or table of columns shall hash numbers, not texts.
  package var rawValue: String {
    switch self {
    case .relevant: "relevant"
    case .constraint: "constraint"
    case .required: "required"
    case .readOnly: "read_only"
    case .defaultValue: "default"
    case .calculation: "calculation"
    case .trigger: "trigger"
    case .choiceFilter: "choice_filter"
    case .repeatCount: "repeat_count"
    case .appearance: "appearance"
    case .parameters: "parameters"
    case .saveTo: "save_to"
    case .rows: "rows"
    case .autoplay: "autoplay"
    case .noAppErrorString: "noAppErrorString"
    case .compactTag: "compact_tag"
    case .query: "query"
    case .warning: "warning"
    case .missing: "missing"
    case .ime: "ime"
    case .unit: "unit"
    case .personal: "personal"
    case .itemset: "itemset"
    case .initialValue: "initial_value"
    case .initialFormula: "initial_formula"
    case .fixedRows: "fixed_rows"
    }
  }
}

/// Columns of the survey sheet that exist once a language.
package enum TextColumn: CaseIterable, Sendable {
  case label
  case hint
  case guidanceHint
  case constraintMessage
  case requiredMessage
  /// Ours: said when the soft check does not hold.
  case warningMessage
  case image
  case bigImage
  case audio
  case video

  /// XLSForm's spelling, or ours.
  package var rawValue: String {
    switch self {
    case .label: "label"
    case .hint: "hint"
    case .guidanceHint: "guidance_hint"
    case .constraintMessage: "constraint_message"
    case .requiredMessage: "required_message"
    case .warningMessage: "warning_message"
    case .image: "image"
    case .bigImage: "big-image"
    case .audio: "audio"
    case .video: "video"
    }
  }
}
