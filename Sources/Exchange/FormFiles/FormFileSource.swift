package import Forms

/// Where the files come from that a form names: a folder, a store, a test.
package protocol FormFileSource: Sendable {
  /// The bytes of a file by the name the form uses. `position` is the place of that name, for the problem.
  func bytes(of reference: String, limit: Int, at position: SourcePosition) throws(FormFileProblem) -> [UInt8]

  /// The name of a referenced file for messages.
  func displayName(of reference: String) -> String
}

extension FormFileSource {
  /// By default the name as the form has it.
  package func displayName(of reference: String) -> String { reference }
}

/// A source without files.
package struct NoFormFiles: FormFileSource {
  /// A source without files.
  package init() {}

  /// Always a missing file.
  package func bytes(of reference: String, limit: Int, at position: SourcePosition) throws(FormFileProblem) -> [UInt8] {
    throw FormFileProblem(.fileMissing, at: position, [reference])
  }
}
