internal import Expressions
internal import Forms
internal import Messages
internal import Records
internal import Responses
internal import Screens
internal import Vietnamese

/// One form asked question by question on lines.
struct PlainInterview {
  /// The record as it stands.
  private(set) var session: RecordSession
  private let store: Store
  private let clock: HostClock
  private let isEnglish: Bool
  private var lastTime: Int64 = 0

  /// Begins or goes on.
  init(session: RecordSession, store: Store, clock: HostClock, isEnglish: Bool) {
    self.session = session
    self.store = store
    self.clock = clock
    self.isEnglish = isEnglish
  }

  /// Asks from the first unanswered question on; true when the end of the form was reached.
  mutating func run() throws -> Bool {
    var path = firstOpen()
    while let current = path {
      guard let item = session.response.item(at: current) else { return false }
      ask(item)
      guard let line = readLine() else { return false }
      switch line.trimmed {
      case ":q": return false
      case "<": path = neighbour(of: current, by: -1) ?? current
      case "+" where isRepeat(item):
        try addRow(to: current)
        path = neighbour(of: current, by: 1)
      case "" where item.isRequired && !item.isAnswered && !isRepeat(item):
        Printer.result(isEnglish ? "An answer is required (:q leaves)." : "Câu này bắt buộc (:q để thoát).")
      case "": path = neighbour(of: current, by: 1)
      default:
        if try answer(item, line.trimmed) { path = neighbour(of: current, by: 1) }
      }
    }
    return true
  }

  private var stops: [FieldPath] {
    session.response.items.filter { item in
      if case .repeat(_, let canAdd) = item.kind { return canAdd }
      return item.kind == .question && !item.isReadOnly
    }.map(\.path)
  }

  private func isRepeat(_ item: Item) -> Bool {
    if case .repeat = item.kind { true } else { false }
  }

  private func firstOpen() -> FieldPath? {
    let items = session.response.items.filter { $0.kind == .question && !$0.isReadOnly }
    return (items.first { !$0.isAnswered } ?? items.first)?.path
  }

  private func neighbour(of path: FieldPath, by distance: Int) -> FieldPath? {
    let stops = stops
    guard let place = stops.firstIndex(of: path), stops.indices.contains(place + distance) else { return nil }
    return stops[place + distance]
  }

  private func ask(_ item: Item) {
    let response = session.response
    Printer.result("")
    Printer.result(item.label + (item.isRequired ? " *" : ""))
    if let hint = response.text(.hint, at: item.path), !hint.isEmpty { Printer.result("  " + hint) }
    if isRepeat(item) {
      Printer.result(isEnglish ? "  + adds a row, empty goes on" : "  + thêm dòng, bỏ trống để đi tiếp")
      return
    }
    let choices = response.choices(for: item.path)
    for (place, choice) in choices.prefix(PlainChoices.listed).enumerated() {
      Printer.result("  \(place + 1)  \(choice.label)")
    }
    if choices.count > PlainChoices.listed {
      Printer.result(
        isEnglish
          ? "  … \(choices.count - PlainChoices.listed) more: type a part of the name"
          : "  … còn \(choices.count - PlainChoices.listed): gõ một phần tên")
    }
    if item.isAnswered { Printer.result("  [\(item.display)]") }
  }

  /// Takes an answer; true when it stands without an error. What cannot be read is said and not written.
  private mutating func answer(_ item: Item, _ text: String) throws -> Bool {
    guard let value = try value(of: text, for: item) else { return false }
    try write(.set(item.path, value))
    let problems = session.response.problems(at: item.path)
    for problem in problems {
      Printer.result("! " + AnswerProblemPhrase.text(problem, language: isEnglish ? "en" : "vi"))
    }
    return !problems.contains { $0.severity == .error }
  }

  /// What a line means as an answer, read as the screens read it; nothing when it cannot be read, which is said.
  private func value(of text: String, for item: Item) throws -> String? {
    let node = session.form.nodes[item.node]
    let choices = session.response.choices(for: item.path)
    if !choices.isEmpty { return chosen(text, among: choices, takesSeveral: node.kind != .selectOne) }
    do throws(TypedTextProblem) {
      let value = try TypedAnswer.value(of: text, for: node, at: Moment(milliseconds: clock.now(), zone: clock.zone))
      guard TypedAnswer.isFile(node) else { return value.composed }
      return taken(value)
    } catch {
      Printer.result("! " + error.phrase.line(language: isEnglish ? "en" : "vi"))
      return nil
    }
  }

  private func chosen(_ text: String, among choices: [ChoiceItem], takesSeveral: Bool) -> String? {
    switch PlainChoices(choices).naming(text, takesSeveral: takesSeveral) {
    case .value(let value): return value
    case .several(let places):
      for place in places.prefix(PlainChoices.listed) { Printer.result("  \(place + 1)  \(choices[place].label)") }
    case .none: Printer.result(isEnglish ? "! There is no such choice." : "! Không có lựa chọn nào như vậy.")
    }
    return nil
  }

  /// A file taken over into the store.
  private func taken(_ file: String) -> String? {
    do { return try Attachment.take(file, into: store.media) } catch {
      Printer.result("! " + ProblemText.phrase(error).line(language: isEnglish ? "en" : "vi"))
      return nil
    }
  }

  private mutating func addRow(to path: FieldPath) throws {
    var generator = SystemRandomNumberGenerator()
    try write(.addRow(repeat: path, row: RowID.random(using: &generator)))
  }

  private mutating func write(_ edit: Edit) throws {
    lastTime = max(clock.now(), lastTime + 1)
    var drafts: [EventDraft] = []
    if let opening = session.opening {
      drafts.append(opening)
      session.opening = nil
      if let begun = VisitProgress.begun(session.visit, in: store.snapshot) { drafts.append(begun) }
    }
    session.response.apply(edit, at: session.moments.moment(at: lastTime, field: edit.path.description))
    drafts.append(EventDraft(edit, record: session.record, time: lastTime))
    drafts.append(session.checkpoint(place: nil, at: lastTime))
    try store.appendAndWait(drafts)
    Printer.result(isEnglish ? "(saved)" : "(đã lưu)")
  }
}
