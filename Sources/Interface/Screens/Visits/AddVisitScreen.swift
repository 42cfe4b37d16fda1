internal import Fieldwork
internal import Messages
internal import Terminal
internal import Vietnamese

/// An establishment that was not on the list.
struct AddVisitScreen: Screen {
  private var fields: [TextField]
  private let team: String
  private let forms: [FormSummary]
  private var chosen: Set<Int>
  private var current = 0
  private var formCursor = 0

  private static let labels: [AddVisitPhrase] = [.label, .commune, .address, .telephone, .date]

  /// Empty fields; the form that most visits begin with is chosen.
  init(team: String, board: VisitBoard) {
    self.team = team
    fields = Self.labels.map { _ in TextField() }
    forms = board.forms
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
    case .enter, .tab, .down: current = min(current + 1, Self.labels.count + 1)
    case .up, .backTab, .control("p"): current = max(0, current - 1)
    default: if !isOnForms, !isOnSave { _ = fields[current].handle(press.key) }
    }
    return .stay()
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
    func refuse(_ phrase: AddVisitPhrase, at field: Int) -> Step {
      app.notice = Notice(phrase, style: .error)
      current = field
      return .stay([.bell])
    }
    let texts = fields.map { TypedText.trimmed($0.text) }
    guard !texts[0].isEmpty else { return refuse(.needsLabel, at: 0) }
    guard !chosen.isEmpty else { return refuse(.needsForm, at: Self.labels.count) }
    var telephone = texts[3]
    if !telephone.isEmpty {
      guard let number = try? TelephoneNumber(reading: telephone) else { return refuse(.badTelephone, at: 3) }
      telephone = number.digits
    }
    var date: String? = LocalTime(app.now).date?.iso
    if !texts[4].isEmpty {
      guard let read = try? DateReading(reading: texts[4], around: LocalTime(app.now).year) else {
        return refuse(.badDate, at: 4)
      }
      date = read.date.iso
    }
    let visit = NewVisit(
      label: texts[0], commune: texts[1], address: texts[2], telephone: telephone, date: date, team: team,
      forms: chosen.sorted().map { forms[$0].id })
    return .stay([.addVisit(visit)])
  }
}
