internal import Expressions
internal import Fieldwork
internal import Forms
internal import Messages
internal import Responses
internal import Terminal
internal import Vietnamese

/// The form that is open: its answers, the question in hand, and what can be taken back.
struct FormModel: Sendable {
  let record: String
  let visit: String?
  let isReadOnly: Bool
  /// How the record stands: why nothing can be changed, if so.
  let status: RecordStatus
  /// What the team lead said when returning the record.
  let comments: [Review.Comment]
  /// Questions that laptops answered differently and that nobody has decided.
  var openConflicts: [ConflictedQuestion]
  /// The year around which short dates are read while they are typed.
  let yearOpened: Int
  private(set) var response: Response
  /// Everything visible, in order. Made again after each change.
  private(set) var items: [Item]
  /// Everything that is wrong. Made again after each change.
  private(set) var problems: [Problem]
  /// The question, or repeat, in hand.
  var current: FieldPath
  var entry: Entry
  var undoSteps: [UndoStep]
  var redoSteps: [UndoStep] = []
  /// Half-typed text that was taken back, for as long as it can be brought again.
  var discarded: DiscardedText?
  /// How the person types Vietnamese.
  var typing: TypingMethod?
  /// Whether the record has its first change, so that there is something to come back to.
  var hasBegun: Bool
  /// The place that was last sent to be kept.
  var keptPlace: FormPlace?
  /// Choices taken lately, by list.
  var recent: [String: [String]] = [:]
  /// How many answered questions the last change has hidden.
  private(set) var justHidden = 0

  /// Opens a form where the person was, or at its first question.
  init(_ opened: OpenedRecord, language: Language, year: Int) {
    yearOpened = year
    record = opened.record
    visit = opened.visit
    isReadOnly = opened.isReadOnly
    status = opened.status
    comments = opened.review?.comments ?? []
    openConflicts = opened.conflicts
    hasBegun = opened.place != nil
    response = opened.response
    response.language = Self.formLanguage(language, of: opened.response)
    items = response.items
    problems = response.problems
    undoSteps = opened.history
    entry = Entry()
    let first = items.first { Self.isStop($0) }?.path ?? items.first?.path
    current = first ?? FieldPath(steps: [FieldPath.Step("data")]) ?? items[0].path
    if let place = opened.place, let path = FieldPath(place.path), items.contains(where: { $0.path == path }) {
      current = path
      entry = freshEntry()
      if let text = place.text {
        entry.field = TextField(text, takesLines: entry.field.takesLines)
        entry.field.move(to: place.cursor)
        entry.isDirty = true
        entry.isUntouched = false
      }
    } else {
      moveToFirstOpen()
      entry = freshEntry()
    }
    keptPlace = place
  }

  /// The form's own name of the language; its default when it does not know this one.
  private static func formLanguage(_ language: Language, of response: Response) -> String {
    let known = response.form.languages
    return known.first { $0 == language.rawValue || $0.hasSuffix("(\(language.rawValue))") }
      ?? response.form.defaultLanguage
  }

  /// Shows the form in another language of the program.
  mutating func speak(_ language: Language) {
    response.language = Self.formLanguage(language, of: response)
    items = response.items
    problems = response.problems
    entry.choices = response.choices(for: current)
  }

  /// Why nothing can be changed here.
  private var readOnlyPhrase: FormPhrase {
    switch status {
    case .finalised: .readOnlyFinished
    case .approved: .readOnlyApproved
    case .void: .readOnlyVoid
    case .draft, .returned: .readOnlyElsewhere
    }
  }

  /// The same as a notice; the store's own reason where the whole store is read only.
  func readOnlyNotice(_ app: AppModel) -> Notice {
    if status.isOpen, let reason = app.readOnlyReason { return Notice(reason) }
    return Notice(readOnlyPhrase, style: .warning)
  }

  /// Which keys the form has: those that change answers only where answers can be changed.
  var keys: KeyContext {
    if !isReadOnly { return .form }
    return status == .finalised ? .finishedForm : .readOnlyForm
  }

  /// The first question of the form that the team lead commented on.
  var firstComment: FieldPath? { items.first { !comments(at: $0.path).isEmpty }?.path }

  /// What the team lead said about a question.
  func comments(at path: FieldPath) -> [String] {
    comments.filter { FieldPath($0.field) == path }.map(\.text)
  }

  /// The node of an item.
  func node(of item: Item) -> FormNode { response.form.nodes[item.node] }

  /// The item in hand.
  var currentItem: Item? { items.first { $0.path == current } }

  /// The node of the item in hand.
  var currentNode: FormNode? { currentItem.map(node(of:)) }

  /// How the question in hand is asked.
  var control: any QuestionControl { currentNode.map(QuestionControls.control(of:)) ?? SilentControl() }

  /// The row that a path lies in: the questions of a row are asked apart from the others.
  static func rowScope(of path: FieldPath) -> FieldPath? {
    guard let last = path.steps.dropLast().lastIndex(where: { $0.row != nil }) else { return nil }
    return FieldPath(steps: Array(path.steps[...last]))
  }

  /// The row whose questions are asked now; nil for those outside all rows.
  var scope: FieldPath? { Self.rowScope(of: current) }

  /// Whether the person stops there.
  static func isStop(_ item: Item) -> Bool {
    switch item.kind {
    case .question, .repeat: true
    case .group, .row: false
    }
  }

  /// Questions, repeats and headings of the current scope, in order.
  var lines: [Item] {
    let scope = scope
    return items.filter { item in
      if case .row = item.kind { return false }
      return Self.rowScope(of: item.path) == scope
    }
  }

  /// The places where the person stops, in order.
  var stops: [Item] { lines.filter(Self.isStop) }

  /// A fresh entry for the item in hand.
  func freshEntry() -> Entry {
    guard let item = currentItem else { return Entry() }
    let node = node(of: item)
    return QuestionControls.control(of: node).entry(for: item, node: node, form: self)
  }

  /// Goes to an item; what was typed before has to be an answer by then.
  mutating func move(to path: FieldPath) {
    current = path
    entry = freshEntry()
  }

  /// Applies changes and makes everything visible again.
  mutating func applying(_ edits: [Edit], at moment: Moment) -> [Outcome] {
    let before = answeredPaths
    let outcomes = edits.map { response.apply($0, at: moment) }
    items = response.items
    problems = response.problems
    justHidden = before.subtracting(answeredPaths).filter { !edits.map(\.path).contains($0) }.count
    if !items.contains(where: { $0.path == current }) { moveToNearest() }
    return outcomes
  }

  private var answeredPaths: Set<FieldPath> {
    Set(items.lazy.filter { $0.kind == .question && !$0.value.isEmpty && !$0.isReadOnly }.map(\.path))
  }

  /// Stands on the last item before the one that has gone.
  private mutating func moveToNearest() {
    var path = current
    while let parent = path.parent, !items.contains(where: { $0.path == path && Self.isStop($0) }) { path = parent }
    let inside = items.first { $0.path.isInside(path) && Self.isStop($0) }
    current = inside?.path ?? items.first { Self.isStop($0) }?.path ?? current
    entry = freshEntry()
  }

  private mutating func moveToFirstOpen() {
    let open = stops.first { $0.isRequired && !$0.isAnswered && !$0.isReadOnly }
    if let open { current = open.path }
  }
}
