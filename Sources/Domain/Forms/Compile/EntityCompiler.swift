/// Reads the entity declarations of a form.
struct EntityCompiler {
  private(set) var expressions: ExpressionCompiler
  let tree: NameTree

  /// The declaration, with the properties that rows save to it.
  mutating func compile(_ row: EntityRow) -> EntityDeclaration {
    let holder = repeatNode(row)
    let context = holder ?? 0
    let properties = tree.nodes.compactMap { node -> EntityDeclaration.Property? in
      guard let name = node.saveTo, node.enclosingRepeat == holder || holder == nil else { return nil }
      return EntityDeclaration.Property(name: name, node: node.index)
    }
    return EntityDeclaration(
      list: row.listName.text, repeatNode: holder, label: formula(row.label, at: context),
      entityID: formula(row.entityID, at: context), createIf: formula(row.createIf, at: context),
      updateIf: formula(row.updateIf, at: context), properties: properties)
  }

  /// The repeat that makes an entity a row: named, or the one around every property.
  private func repeatNode(_ row: EntityRow) -> Int? {
    if let name = row.repeatName?.text.filter({ $0 != "$" && $0 != "{" && $0 != "}" && !$0.isWhitespace }) {
      return tree.named(name).first { tree[$0].kind == .repeat }
    }
    let holders = Set(tree.nodes.filter { $0.saveTo != nil }.map(\.enclosingRepeat))
    return holders.count == 1 ? holders.first ?? nil : nil
  }

  private mutating func formula(_ source: SourceText?, at context: Int) -> CompiledFormula? {
    guard let source, !source.text.allSatisfy(\.isWhitespace) else { return nil }
    return expressions.compile(YesNo.expression(source), at: context, in: tree)
  }

  init(expressions: ExpressionCompiler, tree: NameTree) {
    self.expressions = expressions
    self.tree = tree
  }
}
