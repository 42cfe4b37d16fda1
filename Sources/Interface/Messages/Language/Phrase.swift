/// Something the program says, in every language it speaks.
package protocol Phrase: Sendable {
  /// In Vietnamese.
  var vietnamese: String { get }
  /// In English.
  var english: String { get }
}

extension Phrase {
  /// In a language.
  package func text(in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
