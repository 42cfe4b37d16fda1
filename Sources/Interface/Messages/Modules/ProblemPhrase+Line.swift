extension ProblemPhrase {
  /// What is wrong and the way out in one line; `language` is "en" or "vi", anything else counts as "vi".
  package func line(language: String) -> String {
    line(in: Language(rawValue: language) ?? .vietnamese)
  }
}
