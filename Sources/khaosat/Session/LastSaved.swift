internal import Expressions
internal import Fieldwork
internal import Forms
internal import Records
internal import Responses

/// What `${last-saved#x}` reads: the answers of the record of the same form that this laptop saved last. They are written
/// down with the opening of a record, so that it can be computed again whatever was saved since.
enum LastSaved {
  /// The answers by path without row numbers; nothing for a form that does not look at them.
  static func values(for form: CheckedForm, in store: Store) -> [(path: String, value: String)] {
    guard isRead(by: form.definition.survey) else { return [] }
    let device = store.identity.device
    let mine = store.snapshot.records.values.filter { record in
      record.form == form.id && record.status != .void && record.device == device && !record.isLocked
    }
    guard let last = mine.max(by: { ($0.updated, $0.id) < ($1.updated, $1.id) }),
      let response = try? RecordSession.resume(last, store: store).response
    else { return [] }
    // Of a repeat the first row counts, as in other engines.
    return response.leaves().compactMap { leaf in
      leaf.value.isEmpty || isLaterRow(leaf.path) ? nil : (bare(leaf.path), leaf.value)
    }
  }

  /// The document that formulas read.
  static func document(_ values: [(path: String, value: String)], for form: CheckedForm) -> Document? {
    guard !values.isEmpty else { return nil }
    var document = Document()
    document.appendElement(form.nodes[0].name, to: .document)
    for (path, value) in values {
      var place = NodeID.document
      for name in path.split(separator: "/").map(String.init) {
        place = document.child(of: place, named: name) ?? document.appendElement(name, to: place)
      }
      document.setValue(place, value)
    }
    return document
  }

  private static func isRead(by rows: [SurveyRow]) -> Bool {
    rows.contains { row in
      let isNamed: (String) -> Bool = { $0.contains("last-saved") }
      return row.columns.contains(where: isNamed) || row.extra.contains { isNamed($0.text.text) }
        || row.texts.values.contains { $0.entries.contains { isNamed($0.text.text) } } || isRead(by: row.children)
    }
  }

  private static func isLaterRow(_ path: String) -> Bool {
    path.split(separator: "[").dropFirst().contains { !$0.hasPrefix("1]") }
  }

  private static func bare(_ path: String) -> String { path.replacing("[1]", with: "") }
}
