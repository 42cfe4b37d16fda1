internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// The title and state lines of a form.
enum FormTitle {
  /// Form and establishment on the left, the section on the right.
  static func line(_ form: FormModel, isCompact: Bool, columns: Int = 80) -> TitleLine {
    let title = form.response.form.title(in: form.response.language)
    let name = form.response.instanceName ?? ""
    let characters = ShownText.characters(of: title)
    let whole = characters.count + ShownText.characters(of: name).count
    let isLong = characters.count > 24 && !name.isEmpty && whole > columns / 2
    let short = isLong ? String(Canvas.cut(characters, to: 18)) : title
    var left = name.isEmpty ? title : "\(short) · \(name)"
    if isCompact { left = name.isEmpty ? title : name }
    if let scope = form.scope, let row = form.items.first(where: { $0.path == scope }) {
      left = self.row(row, form) + " · " + left
    }
    guard let section = form.section else { return TitleLine(left: left) }
    if isCompact {
      return TitleLine(left: left, right: "\(section.number)/\(section.count)")
    }
    return TitleLine(left: left, right: "\(section.number)/\(section.count) \(section.label)")
  }

  /// A row by its number and the label of its repeat.
  static func row(_ row: Item, _ form: FormModel) -> String {
    guard case .row(let number, let count, _) = row.kind else { return row.label }
    let path = row.path.withRow(nil)
    let label = form.items.first { $0.path == path }?.label ?? row.label
    return "\(label) \(number)/\(count)"
  }

  /// How far the form is: required questions, a bar where there is room, errors and warnings.
  static func state(_ form: FormModel, _ language: Language, columns: Int) -> String {
    let (done, total) = form.progress
    let (errors, warnings) = form.counts
    var parts = [FormPhrase.required(done: done, total: total).text(in: language)]
    if columns >= 76 { parts.append(ProgressBar.text(done, of: total, columns: 16)) }
    if columns < 50 { parts = ["\(done)/\(total)"] }
    if errors > 0 { parts.append(FormPhrase.errors(errors).text(in: language)) }
    if warnings > 0 { parts.append(FormPhrase.warnings(warnings).text(in: language)) }
    return parts.joined(separator: " ")
  }
}
