/// What a form gives to its expressions: secondary instances, labels of choices and translated texts.
package protocol InstanceSource: Sendable {
  /// The secondary instance of a name.
  func instance(_ id: String) -> Document?
  /// The label of a choice of the question at a path.
  func choiceLabel(value: String, question path: String, language: String) -> String?
  /// The label of such a choice in pieces, when it refers to questions.
  func choiceLabelParts(value: String, question path: String, language: String) -> [LabelPart]?
  /// The translated text of an id.
  func itext(_ id: String, language: String) -> String?
}

/// A piece of a label that refers to questions.
package enum LabelPart: Sendable {
  /// Text as it is.
  case text(String)
  /// What is computed where the question of the label stands.
  case formula(Formula)
}

extension InstanceSource {
  /// Nothing, where labels refer to no questions.
  package func choiceLabelParts(value: String, question path: String, language: String) -> [LabelPart]? { nil }
}

/// For expressions outside of a form: no instances and no texts.
package struct NoInstances: InstanceSource {
  /// Makes the empty source.
  package init() {}
  /// Nothing.
  package func instance(_ id: String) -> Document? { nil }
  /// Nothing.
  package func choiceLabel(value: String, question path: String, language: String) -> String? { nil }
  /// Nothing.
  package func itext(_ id: String, language: String) -> String? { nil }
}
