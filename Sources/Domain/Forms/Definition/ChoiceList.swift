/// A named list of choices: rows of the form, or a file beside it.
package struct ChoiceList: Sendable, Hashable {
  /// A list kept in a file.
  package struct File: Sendable, Hashable {
    /// File name as referenced; its content stands in `FormDefinition.files`.
    package var file: SourceText
    /// Column that holds the value; `name` when not given (`id` for GeoJSON).
    package var value: String?
    /// Column that holds the label; `label` when not given (`title` for GeoJSON).
    package var label: String?

    /// A list in a file.
    package init(file: SourceText, value: String? = nil, label: String? = nil) {
      self.file = file
      self.value = value
      self.label = label
    }
  }

  /// Where the choices come from.
  package enum Source: Sendable, Hashable {
    case rows([ChoiceRow])
    case file(File)
  }

  /// Name by which questions refer to it.
  package var name: String
  /// The choices.
  package var source: Source
  /// Whether it came from the external_choices sheet.
  package var isExternal: Bool
  /// Where the list begins.
  package var position: SourcePosition

  /// A list of choices.
  package init(name: String, source: Source, isExternal: Bool = false, position: SourcePosition = SourcePosition()) {
    self.name = name
    self.source = source
    self.isExternal = isExternal
    self.position = position
  }
}
