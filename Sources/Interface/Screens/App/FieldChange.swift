package import Expressions
package import Responses

/// One change to a filled form as it was applied: replaying it at the same moment gives the same form.
package struct FieldChange: Equatable, Sendable {
  /// What was changed.
  package let edit: Edit
  /// When, and with which randomness.
  package let moment: Moment
  /// Whether the change takes an earlier one back.
  package let isUndo: Bool

  /// Joins the parts.
  package init(edit: Edit, moment: Moment, isUndo: Bool = false) {
    self.edit = edit
    self.moment = moment
    self.isUndo = isUndo
  }
}
