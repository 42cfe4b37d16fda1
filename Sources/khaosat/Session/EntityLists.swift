internal import Expressions
internal import Forms
internal import JSON
internal import Records

/// Entity lists as secondary instances: what forms have created so far, usable in the next form at once.
enum EntityLists {
  /// The lists that the store has and the form looks up, with the rows of the form's own file first.
  static func documents(_ snapshot: Snapshot, for form: CheckedForm) -> [String: Document] {
    var documents: [String: Document] = [:]
    for (list, cases) in snapshot.cases {
      var document = form.instances.instance(list) ?? emptyList()
      guard let root = document.root else { continue }
      for (id, fields) in cases.sorted(by: { $0.key < $1.key }) {
        let item = document.appendElement("item", to: root)
        document.appendElement("name", to: item, value: id)
        for field in fields { document.appendElement(field.key, to: item, value: field.value.stringValue ?? "") }
      }
      documents[list] = document
    }
    return documents
  }

  private static func emptyList() -> Document {
    var document = Document()
    document.appendElement("root", to: .document)
    return document
  }
}
