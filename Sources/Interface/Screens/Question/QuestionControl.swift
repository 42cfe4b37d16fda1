internal import Forms
package import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// How one kind of question is asked: what its keys do, how its answer is typed, shown and read.
protocol QuestionControl: Sendable {
  /// What stands ready when the question is reached.
  func entry(for item: Item, node: FormNode, form: FormModel) -> Entry
  /// The answer that a typed text means.
  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String
  /// An answer that is not empty, in one line.
  func shown(_ item: Item, node: FormNode) -> String
  /// What the keys do here.
  func hint(_ node: FormNode) -> FormPhrase?
  /// How Vietnamese is typed here, when the person wants it so elsewhere.
  func typing(_ node: FormNode, wanted: TypingMethod?) -> TypingMethod?
  /// What the keys do here, for controls that change with their choices.
  func hint(_ node: FormNode, form: FormModel) -> FormPhrase?
  /// Draws everything below the label; answers the rows used.
  func draw(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int
  /// Takes a key.
  func take(_ press: Press, form: inout FormModel) -> ControlAnswer
}

/// What a control needs to draw itself.
struct ControlView {
  let item: Item
  let node: FormNode
  let form: FormModel
  let language: Language

  /// Whether the answer can be changed.
  var isOpen: Bool { !form.isReadOnly && !item.isReadOnly }
}

/// What a control did with a key.
enum ControlAnswer {
  /// Nothing: the key moves.
  case ignored
  /// Something was done here.
  case handled([AppEffect])
  /// The question is answered; go on.
  case accept([AppEffect])
  /// The list of choices is to be opened, with this typed already.
  case choices(filter: String)
  /// The key does not do that here.
  case refused(FormPhrase)
}

/// Why a typed text cannot be the answer.
package struct TypedTextProblem: Error {
  /// In words.
  package let phrase: ProblemPhrase
}

extension QuestionControl {
  /// Nothing typed and nothing chosen.
  func entry(for item: Item, node: FormNode, form: FormModel) -> Entry { Entry() }
  /// The text itself.
  func value(of text: String, node: FormNode, year: Int) throws(TypedTextProblem) -> String { text }
  /// What the form says that people read.
  func shown(_ item: Item, node: FormNode) -> String { item.display.isEmpty ? item.value : item.display }
  /// Nothing.
  func hint(_ node: FormNode) -> FormPhrase? { nil }
  /// The same for all answers.
  func hint(_ node: FormNode, form: FormModel) -> FormPhrase? { hint(node) }
  /// As elsewhere.
  func typing(_ node: FormNode, wanted: TypingMethod?) -> TypingMethod? { wanted }
  /// No key means anything here.
  func take(_ press: Press, form: inout FormModel) -> ControlAnswer { .ignored }
}
