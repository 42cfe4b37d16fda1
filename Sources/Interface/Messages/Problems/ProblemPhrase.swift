/// What a problem says: a stable code, what is wrong, and a way out.
package struct ProblemPhrase: Phrase, Equatable {
  /// The code that scripts and docs/problems.md know.
  package let code: String
  /// What is wrong, in Vietnamese.
  package let vietnamese: String
  /// What is wrong, in English.
  package let english: String
  /// What the person can do, in Vietnamese.
  package let vietnameseWayOut: String
  /// What the person can do, in English.
  package let englishWayOut: String

  /// Joins the parts; each pair is Vietnamese, English.
  package init(_ code: String, _ says: (String, String), wayOut: (String, String)) {
    self.code = code
    (vietnamese, english) = says
    (vietnameseWayOut, englishWayOut) = wayOut
  }

  /// The way out in a language.
  package func wayOut(in language: Language) -> String {
    switch language {
    case .vietnamese: vietnameseWayOut
    case .english: englishWayOut
    }
  }

  /// What is wrong and the way out, as one line.
  package func line(in language: Language) -> String {
    "\(text(in: language)). \(wayOut(in: language))."
  }
}
