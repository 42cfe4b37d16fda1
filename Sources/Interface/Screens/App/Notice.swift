internal import Messages
internal import Terminal

/// Something said once on the message line.
struct Notice: Equatable, Sendable {
  private let vietnamese: String
  private let english: String
  let style: Style

  /// Says a phrase.
  init(_ phrase: some Phrase, style: Style = .hint) {
    (vietnamese, english) = (phrase.vietnamese, phrase.english)
    self.style = style
  }

  /// Says what is wrong and the way out.
  init(_ problem: ProblemPhrase) {
    vietnamese = problem.line(in: .vietnamese)
    english = problem.line(in: .english)
    style = .error
  }

  /// As a screen says it by itself.
  func line(in language: Language) -> MessageLine { MessageLine(text: text(in: language), style: style) }

  /// The words in a language.
  func text(in language: Language) -> String {
    switch language {
    case .vietnamese: vietnamese
    case .english: english
    }
  }
}
