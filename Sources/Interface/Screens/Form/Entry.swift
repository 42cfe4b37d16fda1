internal import Messages
internal import Responses
internal import Terminal

/// What is being done at the current question and is not yet an answer.
struct Entry: Equatable, Sendable {
  /// The text typed, for questions that take text.
  var field: TextField
  /// Nothing has been pressed here yet: the first digit takes the place of a number or date that stands there.
  var isUntouched = true
  /// Whether the text differs from the answer.
  var isDirty = false
  /// The choices of the question, for questions that offer some.
  var choices: [ChoiceItem] = []
  /// The choice that stands out, for questions that offer choices.
  var highlight: Int?
  /// Why the text cannot be the answer.
  var problem: ProblemPhrase?
  /// Enter has been pressed once although something is wrong: the next one goes on.
  var isHeld = false

  /// Nothing done yet; the text is the answer as it was.
  init(_ text: String = "", takesLines: Bool = false) {
    field = TextField(text, takesLines: takesLines)
  }
}
