/// One declaration of the entities sheet: what a finished form creates or updates.
package struct EntityRow: Sendable, Hashable {
  /// The entity list (dataset).
  package var listName: SourceText
  /// Expression of the entity's label.
  package var label: SourceText?
  /// Expression of the entity's id; given, the entity is updated.
  package var entityID: SourceText?
  /// Condition under which an entity is created.
  package var createIf: SourceText?
  /// Condition under which an entity is updated.
  package var updateIf: SourceText?
  /// `${name}` of the repeat whose every row makes an entity.
  package var repeatName: SourceText?
  /// Where the declaration begins.
  package var position: SourcePosition

  /// An entity declaration.
  package init(
    listName: SourceText, label: SourceText? = nil, entityID: SourceText? = nil, createIf: SourceText? = nil,
    updateIf: SourceText? = nil, repeatName: SourceText? = nil, position: SourcePosition = SourcePosition()
  ) {
    self.listName = listName
    self.label = label
    self.entityID = entityID
    self.createIf = createIf
    self.updateIf = updateIf
    self.repeatName = repeatName
    self.position = position
  }
}
