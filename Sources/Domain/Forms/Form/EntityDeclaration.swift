/// What a finished form does to an entity list.
package struct EntityDeclaration: Sendable {
  /// The list.
  package let list: String
  /// The repeat whose every row makes an entity; none for the form itself.
  package let repeatNode: Int?
  /// What lists call the entity.
  package let label: CompiledFormula?
  /// The entity that is updated; a new one is created without it.
  package let entityID: CompiledFormula?
  /// When a new entity is created.
  package let createIf: CompiledFormula?
  /// When an existing entity is updated.
  package let updateIf: CompiledFormula?
  /// Property names and the nodes that fill them.
  package let properties: [Property]

  /// One property.
  package struct Property: Sendable, Hashable {
    /// Name in the entity list.
    package let name: String
    /// The node whose answer it takes.
    package let node: Int
  }
}
