internal import Expressions
internal import Forms

// Taking edits back.
extension Response {
  /// The edits that bring back what an edit is about to change, in the order in which they are to be made.
  package func inverse(of edit: Edit) -> [Edit] {
    let path = edit.path
    switch edit {
    case .set, .unset, .missing:
      if let reason = missingReason(path) { return [.missing(path, reason: reason)] }
      if let value = value(path), !value.isEmpty { return [.set(path, value)] }
      if case .missing = edit { return [.missing(path, reason: "")] }
      return [.unset(path)]
    case .note: return [.note(path, note(path) ?? "")]
    case .confirmWarning:
      return [.confirmWarning(path, reason: element(at: path).flatMap { confirmed[$0] } ?? "")]
    case .addRow(let rows, let row): return [.removeRow(rows.withRow(row))]
    case .removeRow:
      guard let id = path.row, let place = locate(path), form.nodes[place.node].kind == .repeat else { return [] }
      return [.addRow(repeat: path.withRow(nil), row: id)] + contents(of: place.row)
    }
  }

  /// What fills a row again: its answers, those that are not asked now among them, and the rows inside it.
  private func contents(of row: Int) -> [Edit] {
    var edits: [Edit] = []
    for element in sheet.rows[row].members where takesAnswers(sheet.node(of: element)) && !isReadOnly(element) {
      let path = fieldPath(of: element)
      let value = sheet.scope.document.value(of: element)
      if let reason = missing[element] {
        edits.append(.missing(path, reason: reason))
      } else if !value.isEmpty {
        edits.append(.set(path, value))
      }
      if let note = notes[element] { edits.append(.note(path, note)) }
      if let reason = confirmed[element] { edits.append(.confirmWarning(path, reason: reason)) }
    }
    for inner in sheet.rows[row].inner.joined() {
      let path = fieldPath(of: sheet.rows[inner].node)
      edits.append(.addRow(repeat: path.withRow(nil), row: sheet.rows[inner].id))
      edits += contents(of: inner)
    }
    return edits
  }
}
