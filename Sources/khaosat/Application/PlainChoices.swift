internal import Responses
internal import Vietnamese

/// Choices named on a line: by number, by name, or by a part of the label, with or without accents.
struct PlainChoices {
  /// What a line names.
  enum Naming: Equatable {
    /// The answer.
    case value(String)
    /// Several choices fit; these are their places.
    case several([Int])
    /// None fits.
    case none
  }

  /// As many choices are listed before one is asked to type a part of the name.
  static let listed = 60

  private let choices: [ChoiceItem]

  init(_ choices: [ChoiceItem]) { self.choices = choices }

  /// What a line names; several numbers or names for a question that takes several.
  func naming(_ text: String, takesSeveral: Bool) -> Naming {
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
    let named = words.compactMap(choice)
    if named.count == words.count, takesSeveral || named.count == 1 {
      return .value(named.map(\.value).joined(separator: " "))
    }
    let query = SearchQuery(text)
    let found = choices.indices.filter { query.isContained(in: SearchableText(choices[$0].label)) }
    let exact = found.filter { choices[$0].label.folded == text.folded }
    if let only = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil {
      return .value(choices[only].value)
    }
    return found.isEmpty ? .none : .several(found)
  }

  private func choice(_ word: String) -> ChoiceItem? {
    if let known = choices.first(where: { $0.value == word }) { return known }
    guard let number = Int(word), choices.indices.contains(number - 1) else { return nil }
    return choices[number - 1]
  }
}
