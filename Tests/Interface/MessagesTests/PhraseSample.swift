import Messages

/// One problem as a module reports it, with the words found for it.
struct PhraseSample: Sendable, CustomStringConvertible {
  /// The section of docs/problems.md that lists the module's codes.
  let section: String
  /// The code by which that section lists it.
  let heading: String
  /// The words.
  let phrase: ProblemPhrase

  init(_ section: String, _ phrase: ProblemPhrase, heading: String? = nil) {
    self.section = section
    self.heading = heading ?? phrase.code
    self.phrase = phrase
  }

  var description: String { "\(section): \(heading)" }
}
