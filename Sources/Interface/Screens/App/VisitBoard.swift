package import Fieldwork

/// Everything that the list of visits shows.
package struct VisitBoard: Equatable, Sendable {
  /// What the list is called, for the top line.
  package var title: String
  /// The visits.
  package var visits: [Visit]
  /// The records of those visits, and of none.
  package var records: [RecordSummary]
  /// The forms that can be filled.
  package var forms: [FormSummary]
  /// When what this laptop holds was last copied elsewhere, milliseconds since 1970; when it never was, when its first
  /// record was opened. Nil when there is nothing to copy.
  package var copiedUntil: Int64?

  /// Joins the parts.
  package init(
    title: String = "", visits: [Visit] = [], records: [RecordSummary] = [], forms: [FormSummary] = [],
    copiedUntil: Int64? = nil
  ) {
    self.title = title
    self.visits = visits
    self.records = records
    self.forms = forms
    self.copiedUntil = copiedUntil
  }
}

/// How one record stands, as the list shows it.
package struct RecordSummary: Equatable, Sendable {
  /// The id of the record.
  package var record: String
  /// The id of its form.
  package var form: String
  /// The visit it belongs to, if any.
  package var visit: String?
  /// How it stands.
  package var status: RecordStatus
  /// The required questions that have an answer, and all that are required now.
  package var answered: Int
  /// The questions that are required now.
  package var required: Int
  /// Everything that keeps it from being finished, empty required questions among it.
  package var errors: Int
  /// The warnings that nobody has confirmed.
  package var warnings: Int
  /// The answers that are wrong, without what is still to be answered.
  package var wrong: Int { max(0, errors - max(0, required - answered)) }
  /// Whether a batch holds it as it is now.
  package var isExported: Bool
  /// Whether it was finished and says something else by now: somebody has to look at it.
  package var isDisputed = false
  /// Whether laptops answered a question of it differently and nobody has decided.
  package var hasConflict = false
  /// Whether somebody has to look at it before it leaves.
  package var waits: Bool { isDisputed || hasConflict }
  /// What the laptop is called on which it was worked at last.
  package var laptop = ""

  /// Joins the parts.
  package init(
    record: String, form: String, visit: String?, status: RecordStatus, answered: Int = 0, required: Int = 0,
    errors: Int = 0, warnings: Int = 0, isExported: Bool = false
  ) {
    self.record = record
    self.form = form
    self.visit = visit
    self.status = status
    self.answered = answered
    self.required = required
    self.errors = errors
    self.warnings = warnings
    self.isExported = isExported
  }
}

/// A form that can be filled.
package struct FormSummary: Equatable, Sendable {
  /// Its id.
  package var id: String
  /// Its title by language code; the code "" holds one without a language.
  package var titles: [String: String]

  /// Joins the parts.
  package init(id: String, titles: [String: String]) {
    self.id = id
    self.titles = titles
  }

  /// The title in a language.
  package func title(in language: String) -> String {
    titles[language] ?? titles[""] ?? titles["vi"] ?? id
  }

  /// Two letters for narrow lists: the initials of the id.
  package var mark: String {
    let initials = id.split(separator: "_").prefix(2).compactMap(\.first)
    return String(initials).uppercased()
  }
}
