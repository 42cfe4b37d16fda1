package import Expressions

/// What the engine has to know about a kind of question.
package protocol KindDescription: Sendable {
  /// How expressions read its values.
  var leafType: LeafType { get }
  /// Whether the user is asked or shown something: only controls are required and constrained.
  var hasControl: Bool { get }
  /// The parameters it takes; none are checked when this is empty.
  var parameters: Set<String> { get }
  /// A check that holds without being written, beside the form's own constraint.
  func impliedConstraint(_ parameters: [String: String]) -> String?
  /// How expressions read its values when parameters decide.
  func leafType(_ parameters: [String: String]) -> LeafType
  /// Whether a value that is not empty is written as this kind is written.
  func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool
}

extension KindDescription {
  /// Text unless the kind says otherwise.
  package var leafType: LeafType { .string }
  /// Asked unless the kind says otherwise.
  package var hasControl: Bool { true }
  /// None unless the kind says otherwise.
  package var parameters: Set<String> { [] }
  /// Nothing unless the kind says otherwise.
  package func impliedConstraint(_ parameters: [String: String]) -> String? { nil }
  /// The kind's own type unless parameters decide.
  package func leafType(_ parameters: [String: String]) -> LeafType { leafType }
  /// Any text unless the kind says otherwise.
  package func isWellFormed(_ value: String, _ parameters: [String: String]) -> Bool { true }
}
