/// What a finished form does to an entity list.
package struct EntityChange: Sendable, Equatable {
  /// Whether an entity comes into being or changes.
  package enum Action: String, Sendable {
    case create
    case update
  }

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
    package var name: String
    package var value: String
  }
}
