package import Forms

/// A form as it was read: the definition, what was wrong on the way, and the files it took.
package struct LoadedForm: Sendable {
  /// The definition, as complete as the problems allow.
  package var definition: FormDefinition
  /// Everything the reader found wrong, in the order of the file. Empty for a form that reads cleanly.
  package var problems: [FormFileProblem]
  /// The names of the files that were read besides the main one, as the form writes them.
  package var references: [String]

  /// A form that was read.
  package init(definition: FormDefinition, problems: [FormFileProblem] = [], references: [String] = []) {
    self.definition = definition
    self.problems = problems
    self.references = references
  }
}

/// How large a form and its files may be.
package struct FormFileLimits: Sendable, Equatable {
  /// Bytes of a form.yaml.
  package var yaml: Int
  /// Bytes of an .xlsx or .xml form.
  package var form: Int
  /// Bytes of a choice file.
  package var data: Int
  /// Groups inside one another.
  package var depth: Int

  /// Limits; the defaults are those of the documentation.
  package init(yaml: Int = 4 << 20, form: Int = 32 << 20, data: Int = 64 << 20, depth: Int = 64) {
    self.yaml = yaml
    self.form = form
    self.data = data
    self.depth = depth
  }
}
