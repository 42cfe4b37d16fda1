/// A language that the program speaks.
package enum Language: String, CaseIterable, Sendable {
  case vietnamese = "vi"
  case english = "en"

  /// The other one, for the key that switches.
  package var other: Language {
    switch self {
    case .vietnamese: .english
    case .english: .vietnamese
    }
  }

  /// Its own name.
  package var name: String {
    switch self {
    case .vietnamese: "Tiếng Việt"
    case .english: "English"
    }
  }
}
