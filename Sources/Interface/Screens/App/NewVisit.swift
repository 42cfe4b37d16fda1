/// An establishment that was not on the list, as it was typed.
package struct NewVisit: Equatable, Sendable {
  /// Its name.
  package var label: String
  /// The commune of today.
  package var commune: String
  /// House, street, hamlet.
  package var address: String
  /// The telephone number; empty when none was given.
  package var telephone: String
  /// The day agreed, as ISO; nil for none.
  package var date: String?
  /// The team.
  package var team: String
  /// The ids of the forms to be filled.
  package var forms: [String]

  /// Joins the parts.
  package init(
    label: String, commune: String = "", address: String = "", telephone: String = "", date: String? = nil,
    team: String = "", forms: [String] = []
  ) {
    self.label = label
    self.commune = commune
    self.address = address
    self.telephone = telephone
    self.date = date
    self.team = team
    self.forms = forms
  }
}
