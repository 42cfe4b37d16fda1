internal import Expressions
internal import Forms

// What the finished form does to entity lists.
extension Response {
  /// The entities that the answers create or update, in the order of their declarations and rows.
  package func entityChanges() -> [EntityChange] {
    form.entities.flatMap { declaration in
      let scope = declaration.repeatNode ?? SheetLayout.root
      return sheet.rows(ofScope: scope, inside: AnswerSheet.rootRow).compactMap { change(declaration, row: $0) }
    }
  }

  private func change(_ declaration: EntityDeclaration, row: Int) -> EntityChange? {
    let element = sheet.rows[row].node
    guard !sheet.scope.document.isConcealed(element) else { return nil }
    func holds(_ formula: CompiledFormula?) -> Bool? { formula.map { (try? truth(of: $0, at: element)) ?? false } }
    let given = declaration.entityID.map { shown($0, at: element) } ?? ""
    let action: EntityChange.Action
    if declaration.entityID == nil {
      guard holds(declaration.createIf) ?? true else { return nil }
      action = .create
    } else if holds(declaration.updateIf) ?? (declaration.createIf == nil) {
      action = .update
    } else {
      guard holds(declaration.createIf) ?? false else { return nil }
      action = .create
    }
    if action == .update, given.isEmpty { return nil }
    let id = action == .create && given.isEmpty ? newID(at: element) : given
    return EntityChange(
      action: action, list: declaration.list, id: id, label: declaration.label.map { shown($0, at: element) } ?? "",
      properties: properties(declaration, row: row),
      row: declaration.repeatNode == nil ? nil : fieldPath(of: element))
  }

  private func properties(_ declaration: EntityDeclaration, row: Int) -> [EntityChange.Property] {
    declaration.properties.compactMap { property in
      guard form.nodes[property.node].repeatDepth <= sheet.rows[row].depth else { return nil }
      let element = sheet.element(of: property.node, from: row)
      guard !sheet.scope.document.isConcealed(element) else { return nil }
      return EntityChange.Property(name: property.name, value: sheet.scope.document.value(of: element))
    }
  }

  /// A new identity, the same in every replay.
  private func newID(at element: NodeID) -> String {
    guard let formula = try? Formula(parsing: "uuid()") else { return "" }
    let source = CompiledFormula(source: SourceText("uuid()"), formula: formula, readsLanguage: false, readsSeed: true)
    return shown(source, at: element)
  }
}
