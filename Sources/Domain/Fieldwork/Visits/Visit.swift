package import Vietnamese

/// One establishment to be visited on one day, with the forms to be filled there.
package struct Visit: Sendable, Equatable, Identifiable {
  /// Identifies the visit on every device. A visit from a list has its code here, so that two laptops that read the
  /// same list speak of the same visit; one added on the way has an identifier of its own.
  package let id: String
  /// The code that people use: "BG24-001".
  package var code: String
  /// The name of the establishment.
  package var label: String
  /// How the visit stands.
  package var status: VisitStatus
  /// The day that was agreed, if one was.
  package var date: CalendarDate?
  /// The team that goes there.
  package var team: String
  /// Where it is.
  package var place: Place
  /// The telephone number, normalised when it is one, else as the list has it.
  package var telephone: String
  /// The identifiers of the forms to be filled, in order.
  package var forms: [String]
  /// Every column of the list by its heading: what forms take their first values from.
  package var fields: [String: String]

  /// Joins the parts.
  package init(
    id: String, code: String, label: String, status: VisitStatus = .planned, date: CalendarDate? = nil,
    team: String = "", place: Place = Place(), telephone: String = "", forms: [String] = [],
    fields: [String: String] = [:]
  ) {
    self.id = id
    self.code = code
    self.label = label
    self.status = status
    self.date = date
    self.team = team
    self.place = place
    self.telephone = telephone
    self.forms = forms
    self.fields = fields
  }
}

extension Sequence<Visit> {
  /// Ordered by code, numbers in codes by their value: BG24-2 before BG24-10. Each code is looked at once, since making
  /// its key costs far more than comparing two.
  package func orderedByCode() -> [Visit] {
    typealias Keyed = (key: CodeOrder, visit: Visit)
    let keyed: [Keyed] = map { (CodeOrder($0.code), $0) }
    let ordered = keyed.sorted { (left: Keyed, right: Keyed) -> Bool in
      if left.key == right.key { return left.visit.id < right.visit.id }
      return left.key < right.key
    }
    return ordered.map(\.visit)
  }
}
