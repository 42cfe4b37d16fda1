package import Vietnamese

/// What is wrong with a visit list, with the line.
package struct VisitListProblem: Error, Sendable, Equatable {
  /// The kinds of problems.
  package enum Kind: Sendable, Equatable {
    /// The file has no heading row.
    case empty
    /// A column that every list needs is not there.
    case missingColumn(VisitColumn)
    /// Two headings mean the same column.
    case repeatedColumn(VisitColumn, heading: String)
    /// Two columns have the same heading.
    case repeatedHeading(String)
    /// The bytes of the row are not UTF-8.
    case unreadable
    /// The row has not as many cells as the heading row.
    case cellCount(found: Int, expected: Int)
    /// The row has no code.
    case noCode
    /// Another row has the same code.
    case repeatedCode(String, firstLine: Int)
    /// The row has no name.
    case noLabel
    /// The date is none.
    case badDate(String, TextProblem)
    /// A form that is not there.
    case unknownForm(String)
    /// No form is to be filled.
    case noForms

    /// No day was agreed.
    case noDate
    /// The year of the date was completed.
    case assumedYear(String, CalendarDate)
    /// The telephone number is none.
    case badTelephone(String, TextProblem)
    /// The tax code is none.
    case badTaxCode(String, TextProblem)
  }

  /// The line in the file, counted from 1; 0 when the file as a whole is meant.
  package let line: Int
  /// What is wrong.
  package let kind: Kind

  /// Joins line and kind.
  package init(line: Int, _ kind: Kind) {
    self.line = line
    self.kind = kind
  }

  /// Whether the row can be taken all the same.
  package var isWarning: Bool {
    switch kind {
    case .noDate, .assumedYear, .badTelephone, .badTaxCode: true
    default: false
    }
  }

  /// The stable code.
  package var code: String {
    switch kind {
    case .empty: "empty"
    case .missingColumn: "missing-column"
    case .repeatedColumn: "repeated-column"
    case .repeatedHeading: "repeated-heading"
    case .unreadable: "unreadable"
    case .cellCount: "cell-count"
    case .noCode: "no-code"
    case .repeatedCode: "repeated-code"
    case .noLabel: "no-label"
    case .badDate: "bad-date"
    case .unknownForm: "unknown-form"
    case .noForms: "no-forms"
    case .noDate: "no-date"
    case .assumedYear: "assumed-year"
    case .badTelephone: "bad-telephone"
    case .badTaxCode: "bad-tax-code"
    }
  }
}
