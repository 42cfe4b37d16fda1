/// Who sits at the machine.
package struct Session: Equatable, Sendable {
  /// The name of the person.
  package var person: String
  /// The team.
  package var team: String
  /// What this laptop is called.
  package var laptop: String

  /// Joins the parts.
  package init(person: String = "", team: String = "", laptop: String = "") {
    self.person = person
    self.team = team
    self.laptop = laptop
  }
}
