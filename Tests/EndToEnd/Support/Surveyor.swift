import Forms

/// Fills a form in the real application as a person does: reads which question stands on the screen, answers it from a
/// sample, and goes on.
struct Surveyor {
  /// What stands on the screen.
  private enum Place {
    case question(FormNode)
    /// The table of a repeat, the mark on a row, on "one more row", or on "done".
    case row(Int)
    case addRow, rowsDone
    case review
  }

  private let screen: TmuxScreen
  private let form: SurveyForm
  private let answers: SurveyAnswers
  /// How many answers of the sample have been given.
  private(set) var answered = 0

  /// A surveyor before a screen, with the answers of a sample.
  init(_ screen: TmuxScreen, form: SurveyForm, answers: SurveyAnswers) {
    self.screen = screen
    self.form = form
    self.answers = answers
  }

  /// Answers every question that is asked, from the first to the review.
  mutating func fill() throws {
    var node = try goToFirst()
    while true {
      let next =
        node.kind == .repeat ? try fillRows(of: node) : try answer(node, row: nil, among: form.following(node))
      switch next {
      case .question(let question): node = question
      case .review: return
      case .row, .addRow, .rowsDone: throw TmuxScreen.Failure(description: "a table stands after “\(node.path)”")
      }
    }
  }

  /// Goes back from where the form opened to its very first question.
  private func goToFirst() throws -> FormNode {
    let outer = form.stops.filter { $0.enclosingRepeat == nil }
    var here = try arrive("a question", among: outer) { _ in true }
    while case .question(let node) = here, node.index != outer[0].index {
      try screen.press("BTab")
      here = try arrive("the question before “\(node.path)”", among: outer) { place in
        if case .question(let other) = place { other.index != node.index } else { false }
      }
    }
    guard case .question(let first) = here else { throw TmuxScreen.Failure(description: "the form did not open") }
    return first
  }

  /// Answers one question and says where that led.
  private mutating func answer(_ node: FormNode, row: Int?, among candidates: [FormNode]) throws -> Place {
    let value = answers.value(at: node.path, row: row)
    if value != nil { answered += 1 }
    try screen.send(value.map { keys(for: $0, of: node) } ?? [.key("Enter")])
    return try arrive("what follows “\(node.path)”", among: candidates) { place in
      if case .question(let other) = place { other.index != node.index } else { true }
    }
  }

  /// The keys that give an answer: a digit or its code for a choice, typed text for the rest.
  private func keys(for value: String, of node: FormNode) -> [TmuxScreen.Keys] {
    switch node.kind {
    case .selectOne:
      return [.text(form.digit(of: value, for: node) ?? value), .key("Enter")]
    case .selectMultiple:
      let digits = value.split(separator: " ").compactMap { form.digit(of: String($0), for: node) }
      return [.key("C-x"), .text(digits.joined()), .key("Enter")]
    default:
      return [.key("C-x"), .text(typed(value, node)), .key("Enter")]
    }
  }

  /// A value as people type it.
  private func typed(_ value: String, _ node: FormNode) -> String {
    switch node.kind {
    case .date: value.split(separator: "-").reversed().joined(separator: "/")
    case .time: String(value.prefix(5))
    case .decimal: value.replacing(".", with: ",")
    case .geopoint: value.split(separator: " ").prefix(2).joined(separator: " ")
    default: value
    }
  }

  /// Fills the rows of a repeat through its table and leaves it.
  private mutating func fillRows(of repeated: FormNode) throws -> Place {
    let questions = form.questions(of: repeated)
    try screen.press("Enter")
    var place = try arrive("the table of “\(repeated.path)”", among: []) { _ in true }
    for row in 0..<answers.rows(of: repeated.path) {
      switch place {
      case .row(row), .addRow: try screen.press("Enter")
      default: throw TmuxScreen.Failure(description: "row \(row) of “\(repeated.path)” is not to be had: \(place)")
      }
      place = try arrive("row \(row) of “\(repeated.path)”", among: questions) { place in
        if case .question = place { true } else { false }
      }
      while case .question(let node) = place {
        place = try answer(node, row: row, among: questions.filter { $0.index >= node.index })
      }
    }
    if case .addRow = place {
      try screen.press("Down")
      place = try arrive("the end of the table", among: []) { if case .rowsDone = $0 { true } else { false } }
    }
    guard case .rowsDone = place else {
      throw TmuxScreen.Failure(description: "“\(repeated.path)” has more rows than the sample: \(place)")
    }
    try screen.press("Enter")
    return try arrive("what follows “\(repeated.path)”", among: form.following(repeated)) { place in
      switch place {
      case .question(let node): node.index != repeated.index
      case .review: true
      case .row, .addRow, .rowsDone: false
      }
    }
  }

  /// Waits until something stands on the screen that is what is expected.
  private func arrive(_ what: String, among candidates: [FormNode], _ isThere: (Place) -> Bool) throws -> Place {
    var found: Place?
    try screen.wait(
      until: what,
      view: { view in
        found = place(in: view, among: candidates)
        return found.map(isThere) ?? false
      })
    guard let found else { throw TmuxScreen.Failure(description: what) }
    return found
  }

  /// What the mark on a screen stands at; nil while the picture is not whole.
  private func place(in view: TmuxScreen.View, among candidates: [FormNode]) -> Place? {
    let lines = view.lines.map(\.trimmed)
    guard let index = lines.firstIndex(where: { $0.hasPrefix("▸") }) else { return nil }
    let marked = lines[index].dropFirst().trimmed
    if marked == "→ Hoàn tất phiếu" { return view.cursorRow == index ? .review : nil }
    if lines.contains(where: { $0.hasSuffix("→  xong, câu tiếp") }) {
      guard view.cursorRow == index, view.cursorColumn == 1 else { return nil }
      if marked.hasPrefix("→") { return .rowsDone }
      if marked.hasPrefix("+") { return .addRow }
      return marked.split(separator: " ").first.flatMap { Int($0) }.map { .row($0 - 1) }
    }
    guard view.cursorRow > index else { return nil }
    // A long label goes on below.
    let shown = ([marked] + lines[(index + 1)...].prefix(3)).joined(separator: " ")
    return form.stop(shownAs: shown, among: candidates).map { .question($0) }
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }
}
