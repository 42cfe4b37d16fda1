internal import Fieldwork
internal import Messages
internal import Terminal
internal import Vietnamese

/// An establishment that was not on the list.
struct AddVisitScreen: Screen {
  private var fields: [TextField]
  private let team: String
  private let forms: [FormSummary]
  /// The communes that the list of visits names.
  private let communes: [String]
  private var chosen: Set<Int>
  private var current = 0
  private var formCursor = 0
  /// The field whose fault was said: leaving it again goes on.
  private var held: Int?

  private static let labels: [AddVisitPhrase] = [.label, .commune, .address, .telephone, .date]

  /// Empty fields; the form that most visits begin with is chosen.
  init(team: String, board: VisitBoard) {
    self.team = team
    fields = Self.labels.map { _ in TextField() }
    forms = board.forms
    communes = Array(Set(board.visits.map(\.place.commune))).filter { !$0.isEmpty }.sorted()
    var counts = board.forms.map { _ in 0 }
    for visit in board.visits {
      if let index = board.forms.firstIndex(where: { $0.id == visit.forms.first }) { counts[index] += 1 }
    }
    let most = counts.indices.max { counts[$0] < counts[$1] }
    chosen = most.map { [$0] } ?? []
  }

  private var isOnForms: Bool { current == Self.labels.count }
  private var isOnSave: Bool { current == Self.labels.count + 1 }

  var context: KeyContext { .addVisit }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: AddVisitPhrase.title.text(in: app.language)) }

  func message(_ app: AppModel) -> MessageLine? {
    let phrase: AddVisitPhrase? =
      if isOnForms { .formsHint } else if isOnSave { nil } else {
        switch Self.labels[current] {
        case .label: .labelHint
        case .commune: .communeHint
        case .telephone: .telephoneHint
        case .date: .dateHint
        default: nil
        }
      }
    return phrase.map { MessageLine(text: $0.text(in: app.language)) }
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    let wide = canvas.columns >= 64
    let at = wide ? 18 : 15
    let rows = Self.labels.count + max(1, forms.count) + 2
    let focus = isOnSave ? rows - 1 : isOnForms ? Self.labels.count + formCursor : current
    let top = max(0, min(focus - canvas.rows + 2, rows - canvas.rows))
    func row(_ index: Int) -> Int { index - top }
    for (index, label) in Self.labels.enumerated() where row(index) >= 0 {
      canvas.draw(index == current ? "▸" : " ", row: row(index), column: 1, style: .focus, in: &frame)
      canvas.draw(label.text(in: app.language), row: row(index), column: 3, limit: at - 4, style: .label, in: &frame)
      TextFieldView.draw(
        fields[index], on: canvas, row: row(index), column: at, columns: min(60, canvas.columns - at - 1),
        focused: index == current, in: &frame)
    }
    let first = Self.labels.count
    canvas.draw(isOnForms ? "▸" : " ", row: row(first), column: 1, style: .focus, in: &frame)
    canvas.draw(AddVisitPhrase.forms.text(in: app.language), row: row(first), column: 3, style: .label, in: &frame)
    for (index, form) in forms.enumerated() {
      let isOut = isOnForms && index == formCursor
      let words = "\(index + 1) \(chosen.contains(index) ? "[x]" : "[ ]") \(form.title(in: app.language.rawValue))"
      canvas.draw(
        words, row: row(first + index), column: at, limit: canvas.columns - at - 1, style: isOut ? .focus : .text,
        in: &frame)
      if isOut { canvas.stand(row: row(first + index), column: at, in: &frame) }
    }
    let words = AddVisitPhrase.save.text(in: app.language)
    canvas.draw(isOnSave ? "▸" : " ", row: row(rows - 1), column: 1, style: .focus, in: &frame)
    canvas.draw("→ " + words, row: row(rows - 1), column: 3, style: isOnSave ? .focus : .title, in: &frame)
    if isOnSave { canvas.stand(row: row(rows - 1), column: 3, in: &frame) }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    if press.command == .close { return .close() }
    if isOnForms, takeForms(press.key) { return .stay() }
    switch press.key {
    case .enter where isOnSave: return save(&app)
    case .enter, .tab, .down: return leave(for: min(current + 1, Self.labels.count + 1), &app)
    case .up, .backTab, .control("p"): return leave(for: max(0, current - 1), &app)
    default:
      guard fields.indices.contains(current) else { return .stay() }
      held = nil
      _ = fields[current].handle(press.key, typing: takesWords ? app.typing : nil)
    }
    return .stay()
  }

  private var takesWords: Bool {
    fields.indices.contains(current) && ![.telephone, .date].contains(Self.labels[current])
  }

  /// Goes to another field. What is wrong with this one is said once, and keeps the cursor.
  private mutating func leave(for next: Int, _ app: inout AppModel) -> Step {
    if held != current, fields.indices.contains(current), let fault = check(current, app) {
      held = current
      app.notice = fault
      return .stay([.bell])
    }
    held = nil
    current = next
    return .stay()
  }

  /// Reads a field and writes it as it was understood; says what is wrong with it, if anything.
  private mutating func check(_ index: Int, _ app: AppModel) -> Notice? {
    let text = TypedText.trimmed(fields[index].text)
    if text.isEmpty { return nil }
    do throws(TextProblem) {
      switch Self.labels[index] {
      case .telephone: fields[index] = TextField(try TelephoneNumber(reading: text).display)
      case .date: fields[index] = TextField(try Self.appointment(text, app).vietnamese)
      case .commune:
        if let known = Self.commune(text, among: communes) {
          fields[index] = TextField(known)
        } else if !communes.isEmpty {
          return Notice(AddVisitPhrase.unknownCommune, style: .warning)
        }
      default: break
      }
      return nil
    } catch {
      return Notice(Self.labels[index] == .date ? error.datePhrase : error.phrase)
    }
  }

  /// The commune as the list writes it: with or without its kind, with or without accents.
  private static func commune(_ text: String, among communes: [String]) -> String? {
    let wanted = text.folded
    if let whole = communes.first(where: { $0.folded == wanted }) { return whole }
    let short = communes.filter { name in
      ["xa ", "phuong ", "dac khu "].contains { name.folded == $0 + wanted }
    }
    return short.count == 1 ? short[0] : nil
  }

  /// The day of an appointment: one without a year is the next such day.
  private static func appointment(_ text: String, _ app: AppModel) throws(TextProblem) -> CalendarDate {
    let now = LocalTime(app.now)
    let nearest = Result { () throws(TextProblem) in try DateReading(reading: text, around: now.year) }
    if case .success(let reading) = nearest, reading.yearOrigin != .assumed { return reading.date }
    guard let today = now.date else { return try nearest.get().date }
    // The 29th of February may be eight years away.
    for year in now.year...now.year + 8 {
      guard let reading = try? DateReading(reading: text, around: year), reading.yearOrigin == .assumed else {
        continue
      }
      if reading.date >= today { return reading.date }
    }
    return try nearest.get().date
  }

  private mutating func takeForms(_ key: Key) -> Bool {
    if let index = ChoiceControl.index(of: key, count: forms.count) {
      formCursor = index
      chosen.formSymmetricDifference([index])
      return true
    }
    switch key {
    case .character(" "): chosen.formSymmetricDifference([formCursor])
    case .down where formCursor + 1 < forms.count: formCursor += 1
    case .up where formCursor > 0: formCursor -= 1
    default: return false
    }
    return true
  }

  private mutating func save(_ app: inout AppModel) -> Step {
    func refuse(_ notice: Notice, at field: Int) -> Step {
      app.notice = notice
      current = field
      held = field
      return .stay([.bell])
    }
    let texts = fields.map { TypedText.trimmed($0.text) }
    guard !texts[0].isEmpty else { return refuse(Notice(AddVisitPhrase.needsLabel, style: .error), at: 0) }
    guard !chosen.isEmpty else {
      return refuse(Notice(AddVisitPhrase.needsForm, style: .error), at: Self.labels.count)
    }
    var telephone = texts[3]
    var date = LocalTime(app.now).date
    do throws(TextProblem) {
      if !telephone.isEmpty { telephone = try TelephoneNumber(reading: telephone).digits }
    } catch {
      return refuse(Notice(error.phrase), at: 3)
    }
    do throws(TextProblem) {
      if !texts[4].isEmpty { date = try Self.appointment(texts[4], app) }
    } catch {
      return refuse(Notice(error.datePhrase), at: 4)
    }
    let visit = NewVisit(
      label: texts[0], commune: Self.commune(texts[1], among: communes) ?? texts[1], address: texts[2],
      telephone: telephone, date: date?.iso, team: team,
      forms: chosen.sorted().map { forms[$0].id })
    return .stay([.addVisit(visit)])
  }
}
