internal import Forms
internal import Messages
internal import Responses

/// An answer as people read it.
enum AnswerText {
  /// The answer of an item in one line; a dash when there is none.
  static func text(_ item: Item, _ form: FormModel, _ language: Language) -> String {
    if let reason = item.missing {
      let phrase = FormModel.missingPhrase(reason)
      return FormPhrase.missing(phrase.text(in: language)).text(in: language)
    }
    if case .repeat(let rows, _) = item.kind { return rowsText(item, rows: rows, form, language) }
    guard !item.value.isEmpty else { return FormPhrase.unanswered.text(in: language) }
    let node = form.node(of: item)
    if node.appearance.hidesAnswer { return "••••" }
    return QuestionControls.control(of: node).shown(item, node: node)
  }

  /// How many rows, and what their first answers are.
  private static func rowsText(_ item: Item, rows: Int, _ form: FormModel, _ language: Language) -> String {
    let names = form.rows(of: item.path).compactMap { row -> String? in
      let first = form.items.first { $0.kind == .question && FormModel.rowScope(of: $0.path) == row.path }
      guard let first, !first.value.isEmpty else { return nil }
      return text(first, form, language)
    }
    let count = FormPhrase.rows(rows).text(in: language)
    return names.isEmpty ? count : count + " · " + names.joined(separator: ", ")
  }
}
