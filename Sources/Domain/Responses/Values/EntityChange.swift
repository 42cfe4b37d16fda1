/// What a finished form does to an entity list.
package struct EntityChange: Sendable, Equatable {
  /// Whether an entity comes into being or changes.
  package enum Action: String, Sendable {
    case create
    case update
  }

  /// Whether the entity is created or updated.
  package var action: Action
  /// The entity list.
  package var list: String
  /// The entity's id.
  package var id: String
  /// Its label; empty when an update leaves it.
  package var label: String
  /// Properties that have an answer, by name.
  package var properties: [Property]
  /// The row that makes it, for entities of a repeat.
  package var row: FieldPath?

  /// One property.
  package struct Property: Sendable, Equatable {
    /// Name of the property.
    package var name: String
    /// Its new value.
    package var value: String
  }
}
