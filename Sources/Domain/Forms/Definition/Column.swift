/// Columns of the survey sheet that are not translated. Raw values are XLSForm's spelling; the last ones are ours or come from XForms.
package enum Column: String, CaseIterable, Sendable {
  case relevant
  case constraint
  case required
  case readOnly = "read_only"
  /// XLSForm's `default`: a literal, or an expression when it looks like one.
  case defaultValue = "default"
  case calculation
  /// `${a}` or several separated by commas; XForm readers write absolute paths instead.
  case trigger
  case choiceFilter = "choice_filter"
  case repeatCount = "repeat_count"
  case appearance
  case parameters
  case saveTo = "save_to"
  case rows
  case autoplay
  case noAppErrorString
  case compactTag = "compact_tag"
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
  case initialValue = "initial_value"
  /// XForm only: the expression of a `setvalue` at first load, always read as an expression.
  case initialFormula = "initial_formula"
  /// XForm only: yes when rows may be neither added nor removed by hand (`jr:noAddRemove`).
  case fixedRows = "fixed_rows"
}

/// Columns of the survey sheet that exist once a language.
package enum TextColumn: String, CaseIterable, Sendable {
  case label
  case hint
  case guidanceHint = "guidance_hint"
  case constraintMessage = "constraint_message"
  case requiredMessage = "required_message"
  /// Ours: said when the soft check does not hold.
  case warningMessage = "warning_message"
  case image
  case bigImage = "big-image"
  case audio
  case video
}
