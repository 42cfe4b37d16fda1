import Expressions
import Forms
import Responses

/// Builds small forms for tests without a file.
enum FormFixture {
  /// A row; the columns by XLSForm's names.
  static func row(
    _ type: String, _ name: String, _ columns: [Column: String] = [:], label: String? = nil, children: [SurveyRow] = []
  ) -> SurveyRow {
    SurveyRow(
      type: SourceText(type), name: SourceText(name), columns: columns.mapValues { SourceText($0) },
      texts: [.label: Localised(SourceText(label ?? name))], children: children)
  }

  /// A list of choices, each `name` or `name|column=value`.
  static func list(_ name: String, _ choices: String...) -> ChoiceList {
    ChoiceList(
      name: name,
      source: .rows(
        choices.map { choice in
          let parts = choice.split(separator: "|").map(String.init)
          let extra = parts.dropFirst().map { part -> SurveyRow.Extra in
            let pieces = part.split(separator: "=").map(String.init)
            return SurveyRow.Extra(column: pieces[0], text: SourceText(pieces[1]))
          }
          return ChoiceRow(
            name: SourceText(parts[0]), label: Localised(SourceText(parts[0].uppercased())), extra: extra)
        }))
  }

  static func definition(_ survey: [SurveyRow], choices: [ChoiceList] = []) -> FormDefinition {
    FormDefinition(formID: SourceText("f"), survey: survey, choices: choices)
  }

  /// The checked form; problems that are errors are returned instead.
  static func check(_ survey: [SurveyRow], choices: [ChoiceList] = []) -> (form: CheckedForm?, errors: [FormProblem]) {
    let checked = CheckedForm.check(definition(survey, choices: choices))
    return (checked.form, checked.problems.filter { !$0.code.isWarning })
  }

  static let moment = Moment(
    milliseconds: 1_795_143_600_000, zone: .fixed(minutes: 420), seed: 7, deviceID: "dev",
    properties: ["username": "lan"])

  static func open(_ form: CheckedForm) -> Response { Response(form: form, instanceID: "1", opened: moment) }
}

extension Response {
  /// Sets an answer by a path with row numbers.
  @discardableResult
  mutating func set(_ path: String, _ value: String) -> Outcome {
    guard let field = fieldPath(path) else { return .unknown }
    return apply(.set(field, value), at: FormFixture.moment)
  }

  /// Adds a row.
  @discardableResult
  mutating func add(_ path: String, _ id: String) -> Outcome {
    guard let field = fieldPath(path), let row = RowID(id) else { return .unknown }
    return apply(.addRow(repeat: field, row: row), at: FormFixture.moment)
  }

  /// Removes a row.
  @discardableResult
  mutating func remove(_ path: String) -> Outcome {
    guard let field = fieldPath(path) else { return .unknown }
    return apply(.removeRow(field), at: FormFixture.moment)
  }

  /// The value of a relevant leaf; nothing when it is not there.
  func leaf(_ path: String) -> String? { leaves().first { $0.path == path }?.value }
}
