internal import Expressions

/// Files that choices come from exist and have the columns that are asked for.
struct FilesCheck: FormCheck {
  func problems(in draft: FormDraft) -> [FormProblem] {
    var found: [FormProblem] = []
    let lists = Set(draft.definition.entities.map(\.listName.text))
    for list in draft.definition.choices {
      guard case .file(let file) = list.source else { continue }
      let columns = [file.value, file.label].compactMap { $0 }
      found += check(file.file, columns: columns, lists: lists, draft: draft)
    }
    for row in draft.rows {
      guard case .file(let name)? = row.type?.choices else { continue }
      let parameters = ParameterReader.read(row.row.columns[.parameters]?.text ?? "") ?? []
      let columns = parameters.filter { $0.name == "value" || $0.name == "label" }.map(\.value)
      found += check(SourceText(name, at: row.row.type.position), columns: columns, lists: lists, draft: draft)
    }
    return found
  }

  private func check(_ file: SourceText, columns: [String], lists: Set<String>, draft: FormDraft) -> [FormProblem] {
    guard let document = draft.definition.files[file.text] else {
      // The list of an entity comes into being with the first entity.
      return lists.contains(FileNames.stem(file.text))
        ? [] : [FormProblem(.missingFile, at: file.position, [file.text])]
    }
    guard let root = document.root, let first = document.firstChild(of: root) else { return [] }
    return columns.filter { document.child(of: first, named: $0) == nil }.map {
      FormProblem(.missingFileColumn, at: file.position, [$0, file.text])
    }
  }
}
