package import Forms

/// What lists may show of records.
package enum PersonalLabel {
  /// Whether the names of a form's records are made of answers that it marks as personal.
  package static func isDrawn(in form: CheckedForm) -> Bool { PersonalFields(of: form).isLabelDrawn }
}
