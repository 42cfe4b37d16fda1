internal import Responses
internal import Terminal

/// Half-typed text that Ctrl-Z took back: it was no answer, so it is in no step that can be made again.
struct DiscardedText: Equatable, Sendable {
  /// The question at which it was typed.
  let path: FieldPath
  let field: TextField
  /// How many steps could be made again by then: those that came later go first.
  let depth: Int
}
