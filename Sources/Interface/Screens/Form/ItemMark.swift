internal import Responses
internal import Terminal

/// The one-column mark of a question: never by colour alone.
enum ItemMark {
  /// In the margin: only what asks for attention.
  static func margin(_ item: Item) -> (sign: Character, style: Style) {
    switch item.problem {
    case .constraint, .type, .choice, .rows, .formula: return ("!", .error)
    case .warning: return item.isConfirmed ? (" ", .text) : ("?", .warning)
    case .required, nil: break
    }
    if item.note != nil { return ("*", .hint) }
    if case .repeat = item.kind { return ("=", .hint) }
    return (" ", .text)
  }

  /// In the list of all questions: answered, not yet, wrong.
  static func list(_ item: Item) -> (sign: Character, style: Style) {
    let margin = margin(item)
    if margin.sign != " " { return margin }
    if item.missing != nil { return ("-", .hint) }
    if item.isAnswered { return ("✓", .ok) }
    return ("·", .hint)
  }
}
