internal import Expressions
internal import Messages
internal import Responses
internal import Terminal

extension FormModel {
  /// Where the person is, with what is typed.
  var place: FormPlace {
    FormPlace(
      path: current.description, text: entry.isDirty ? entry.field.text : nil,
      cursor: entry.isDirty ? entry.field.cursor : 0)
  }

  /// Whether something is typed that has not been kept.
  var hasUnkeptText: Bool { !isReadOnly && entry.isDirty && place != keptPlace }

  /// Keeps the place at once, when it is another one.
  mutating func keepPlace() -> [AppEffect] {
    guard !isReadOnly, place != keptPlace else { return [] }
    keptPlace = place
    return [.checkpoint(record: record, place: place)]
  }

  /// Keeps half-typed text.
  mutating func keepText() -> [AppEffect] {
    hasUnkeptText ? keepPlace() : []
  }

  /// Leaves the form for now: text that can be an answer becomes one, other text stays half-typed.
  mutating func leave(at moment: Moment) -> [AppEffect] {
    guard !isReadOnly else { return [.closeRecord(record: record)] }
    return keepPlace() + [.closeRecord(record: record)]
  }

  /// Goes to a place and keeps it.
  mutating func go(to path: FieldPath) -> [AppEffect] {
    move(to: path)
    return keepPlace()
  }

  /// The stop after the one in hand, if there is one.
  var nextStop: Item? {
    let stops = stops
    guard let index = stops.firstIndex(where: { $0.path == current }) else { return stops.first }
    return index + 1 < stops.count ? stops[index + 1] : nil
  }

  /// The stop before the one in hand, if there is one.
  var previousStop: Item? {
    let stops = stops
    guard let index = stops.firstIndex(where: { $0.path == current }) else { return stops.last }
    return index > 0 ? stops[index - 1] : nil
  }

  /// The rows of a repeat.
  func rows(of path: FieldPath) -> [Item] {
    items.filter { item in
      guard case .row = item.kind else { return false }
      return item.path.withRow(nil) == path
    }
  }

  /// The first question of a row.
  func firstStop(in row: FieldPath) -> Item? {
    items.first { Self.isStop($0) && Self.rowScope(of: $0.path) == row }
  }

  /// The top groups that are asked now, and the number of the one in hand.
  var section: (number: Int, count: Int, label: String)? {
    let groups = items.filter { $0.kind == .group && $0.path.steps.count == 2 && !$0.label.isEmpty }
    guard let index = groups.firstIndex(where: { current.isInside($0.path) }) else { return nil }
    return (index + 1, groups.count, groups[index].label)
  }

  /// Required questions answered, and all that are required now.
  var progress: (done: Int, total: Int) {
    let required = items.filter { $0.kind == .question && $0.isRequired }
    return (required.filter(\.isAnswered).count, required.count)
  }

  /// Errors, and warnings that nobody has confirmed. An empty required question is an error only once it was passed.
  var counts: (errors: Int, warnings: Int) {
    let errors = problems.filter { $0.severity == .error && $0.kind != .required }.count
    return (errors, problems.filter { $0.severity == .warning && $0.confirmed == nil }.count)
  }

  /// The reason of a missing answer in words.
  static func missingPhrase(_ reason: String) -> FormPhrase {
    switch reason {
    case "dk": .dontKnow
    case "refused": .refused
    case "na": .notApplicable
    default: .missing(reason)
    }
  }
}
