package import Expressions
internal import Forms
package import JSON

// The answers as others take them.
extension Response {
  /// Every relevant leaf as the text of the submission, notes and empty answers included, meta left out, with row numbers.
  package func leaves() -> [Leaf] {
    var found: [Leaf] = []
    collect(0, row: AnswerSheet.rootRow, path: form.nodes[0].path, into: &found)
    return found
  }

  private func collect(_ group: Int, row: Int, path: String, into found: inout [Leaf]) {
    for child in form.nodes[group].children {
      let node = form.nodes[child]
      if node.kind == .repeat {
        for each in sheet.rows(of: child, in: row) where !sheet.scope.document.isHidden(of: sheet.rows[each].node) {
          collect(child, row: each, path: "\(path)/\(node.name)[\(sheet.rows[each].ordinal + 1)]", into: &found)
        }
        continue
      }
      let element = sheet.element(of: child, from: row)
      guard !sheet.scope.document.isHidden(of: element), !isMeta(node) else { continue }
      if node.kind == .group {
        collect(child, row: row, path: path + "/" + node.name, into: &found)
      } else {
        found.append(Leaf(path: path + "/" + node.name, value: sheet.scope.document.value(of: element), node: child))
      }
    }
  }

  private func isMeta(_ node: FormNode) -> Bool { node.parent == 0 && node.name == "meta" }

  /// The relevant answers nested as in the form: groups are objects, repeats arrays, answers texts.
  package func answers() -> JSONValue { nested(0, row: AnswerSheet.rootRow) }

  private func nested(_ group: Int, row: Int) -> JSONValue {
    var object = JSONObject()
    for child in form.nodes[group].children {
      let node = form.nodes[child]
      if node.kind == .repeat {
        let rows = sheet.rows(of: child, in: row).filter { !sheet.scope.document.isHidden(of: sheet.rows[$0].node) }
        object[node.name] = .array(rows.map { nested(child, row: $0) })
        continue
      }
      let element = sheet.element(of: child, from: row)
      guard !sheet.scope.document.isHidden(of: element), !isMeta(node) else { continue }
      object[node.name] =
        node.kind == .group ? nested(child, row: row) : .string(sheet.scope.document.value(of: element))
    }
    return .object(object)
  }

  /// What is kept beside the answers, in the order of the form: reasons for missing answers, confirmed warnings, notes.
  package func remarks() -> [Remark] {
    let elements = Set(missing.keys).union(notes.keys).union(confirmed.keys)
    return elements.map { ($0, sheet.order(of: $0)) }.sorted { $0.1.lexicographicallyPrecedes($1.1) }.map {
      element, _ in
      Remark(
        path: fieldPath(of: element), indexPath: indexPath(of: element), missing: missing[element],
        note: notes[element], confirmedWarning: confirmed[element])
    }
  }

  /// The document as it is submitted: what is not relevant is left out.
  package var submissionDocument: Document {
    var pruned = sheet.scope.document
    prune(0, row: AnswerSheet.rootRow, in: &pruned)
    return pruned
  }

  private func prune(_ group: Int, row: Int, in document: inout Document) {
    for child in form.nodes[group].children {
      let node = form.nodes[child]
      if node.kind == .repeat {
        for each in sheet.rows(of: child, in: row) {
          if document.isHidden(of: sheet.rows[each].node) {
            document.remove(sheet.rows[each].node)
          } else {
            prune(child, row: each, in: &document)
          }
        }
        continue
      }
      let element = sheet.element(of: child, from: row)
      if document.isHidden(of: element) {
        document.remove(element)
      } else if node.kind == .group {
        prune(child, row: row, in: &document)
      }
    }
  }
}
