internal import Fieldwork
internal import Messages
internal import Terminal
internal import Vietnamese

/// Home: the visits in groups, found by typing, with how far each is.
struct VisitsScreen: Screen {
  /// A heading, or a visit.
  enum Line: Equatable {
    case heading(VisitGroupKey, settled: Int, total: Int)
    case visit(Visit)
  }

  /// Made when something is first typed: at the start nobody has.
  private var finder: VisitFinder?
  /// The visits with a record that the team lead returned.
  private var returned: Set<String>
  private var board: VisitBoard
  private let today: CalendarDate?
  private(set) var grouping = VisitGrouping.day
  private(set) var filter = TextField()
  private(set) var isFiltering = false
  private(set) var lines: [Line] = []
  private(set) var cursor = ListCursor()

  /// The visits of a board; the first one of today that is not settled stands out.
  init(board: VisitBoard, today: CalendarDate?) {
    self.board = board
    self.today = today
    returned = Self.returned(board)
    arrange(keeping: nil)
    let first =
      visits.firstIndex { returned.contains($0.id) } ?? visits.firstIndex { $0.date == today && !$0.status.isSettled }
      ?? visits.firstIndex { !$0.status.isSettled }
    cursor = ListCursor(selected: first.flatMap { index(ofVisit: $0) } ?? 0)
  }

  private static func returned(_ board: VisitBoard) -> Set<String> {
    Set(board.records.lazy.filter { $0.status == .returned }.compactMap(\.visit))
  }

  /// The visits shown, in order.
  private var visits: [Visit] {
    lines.compactMap { line in
      guard case .visit(let visit) = line else { return nil }
      return visit
    }
  }

  private func index(ofVisit number: Int) -> Int? {
    let places = lines.indices.filter { index in
      if case .visit = lines[index] { return true }
      return false
    }
    return places.indices.contains(number) ? places[number] : nil
  }

  /// The visit that stands out.
  var selected: Visit? {
    guard lines.indices.contains(cursor.selected), case .visit(let visit) = lines[cursor.selected] else { return nil }
    return visit
  }

  /// Shows a board that has changed; the same visit stands out.
  mutating func show(_ board: VisitBoard) {
    let before = selected?.id
    self.board = board
    finder = nil
    returned = Self.returned(board)
    arrange(keeping: before)
  }

  /// Makes a visit stand out, whatever is filtered.
  mutating func select(visit: String) {
    filter.clear()
    isFiltering = false
    arrange(keeping: visit)
  }

  private mutating func arrange(keeping visit: String?) {
    let found = filter.isEmpty ? board.visits : matching(filter.text)
    lines = VisitGroup.groups(of: found, by: grouping).flatMap { group in
      [Line.heading(group.key, settled: group.progress.settled, total: group.progress.total)]
        + (group.visits.filter { returned.contains($0.id) } + group.visits.filter { !returned.contains($0.id) })
        .map(Line.visit)
    }
    let kept = lines.firstIndex { line in
      guard case .visit(let candidate) = line else { return false }
      return candidate.id == visit
    }
    cursor = ListCursor(selected: kept ?? min(1, lines.count))
  }

  private mutating func matching(_ text: String) -> [Visit] {
    let finder = finder ?? VisitFinder(board.visits)
    self.finder = finder
    return finder.visits(matching: text)
  }

  var context: KeyContext { isFiltering ? .visitsFilter : .visits }

  func title(_ app: AppModel) -> TitleLine {
    let team = app.session.map(\.team).flatMap { $0.isEmpty ? nil : $0 }
    let words = [app.board.title.isEmpty ? VisitsPhrase.survey.text(in: app.language) : app.board.title, team]
    return TitleLine(left: words.compactMap { $0 }.joined(separator: " · "), right: app.session?.person ?? "")
  }

  func message(_ app: AppModel) -> MessageLine? {
    if board.visits.isEmpty { return nil }
    if lines.isEmpty { return MessageLine(text: CommonPhrase.noMatch.text(in: app.language), style: .warning) }
    guard let visit = selected else { return nil }
    let isCut = CharacterWidth.columns(of: visit.label) > VisitsView.labelColumns(app.size.columns).count
    return MessageLine(text: VisitText.detail(visit, app.language, size: app.size, withName: isCut))
  }

  func state(_ app: AppModel) -> String {
    let waiting = app.board.records.filter {
      ($0.status == .finalised || $0.status == .approved) && !$0.isExported && !$0.waits
    }
    .count
    let grouped =
      "\(VisitsPhrase.groupedBy.text(in: app.language)) \(VisitsPhrase.grouping(grouping).text(in: app.language))"
    var parts = [grouped]
    if waiting > 0 { parts.append(VisitsPhrase.notExported(waiting).text(in: app.language)) }
    if let warning = CopyAge(app.board, now: app.now).words(app.language) { parts.insert(warning, at: 0) }
    return parts.joined(separator: " · ")
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    VisitsView(screen: self, board: app.board, language: app.language, today: LocalTime(app.now).date)
      .draw(on: canvas, in: &frame)
  }

  /// The rows of the list itself.
  static func listRows(_ size: Size) -> Int { Layout(size: size).bodyRows - 1 }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if move(press.key, rows: Self.listRows(app.size)) { return .stay() }
    switch press.command {
    case .open:
      guard let visit = selected else { return .stay([.bell]) }
      // What was sought is found: the list is whole again when the person comes back to it.
      if isFiltering { select(visit: visit.id) }
      return VisitOpening.open(visit, app)
    case .addVisit: return writable(&app) { .push(AddVisitScreen(team: $0.session?.team ?? "", board: $0.board)) }
    case .group:
      grouping = grouping.next
      arrange(keeping: selected?.id)
      return .stay()
    case .visitStatus:
      guard let visit = selected else { return .stay([.bell]) }
      return writable(&app) { _ in .push(VisitStatusScreen(visit: visit)) }
    case .export: return writable(&app) { .push(ExportScreen(folder: $0.exportFolder)) }
    case .exchange: return writable(&app) { .push(ExchangeScreen(folder: $0.exchangeFolder)) }
    case .backup: return writable(&app, ExchangeScreen.backup)
    case .filter:
      isFiltering = true
      return .stay()
    case .close:
      isFiltering = false
      let before = selected?.id
      filter.clear()
      arrange(keeping: before)
      return .stay()
    default: return type(press, typing(app))
    }
  }

  private func writable(_ app: inout AppModel, _ step: (AppModel) -> Step) -> Step {
    guard let reason = app.readOnlyReason else { return step(app) }
    app.notice = Notice(reason)
    return .stay([.bell])
  }

  /// Letters that are no command begin the filter.
  private mutating func type(_ press: Press, _ typing: TypingMethod?) -> Step {
    switch press.key {
    case .character, .paste: break
    default: guard isFiltering else { return .stay() }
    }
    let before = filter.text
    if press.key == .backspace, filter.isEmpty { isFiltering = false }
    guard filter.handle(press.key, typing: typing) else { return .stay() }
    if filter.text != before {
      isFiltering = !filter.isEmpty
      arrange(keeping: nil)
    }
    return .stay()
  }

  /// Moves over headings to the next visit.
  private mutating func move(_ key: Key, rows: Int) -> Bool {
    if isFiltering, key == .home || key == .end { return false }
    let before = cursor.selected
    guard cursor.handle(key, count: lines.count, rows: rows) else { return false }
    let goesDown = cursor.selected > before || cursor.selected == 0
    while lines.indices.contains(cursor.selected), case .heading = lines[cursor.selected] {
      let next = cursor.selected + (goesDown ? 1 : -1)
      guard lines.indices.contains(next) else {
        cursor.select(before, count: lines.count, rows: rows)
        // The heading above the first visit comes into sight with it.
        if before == 1 {
          cursor.select(0, count: lines.count, rows: rows)
          cursor.select(1, count: lines.count, rows: rows)
        }
        return true
      }
      cursor.select(next, count: lines.count, rows: rows)
    }
    return true
  }
}
