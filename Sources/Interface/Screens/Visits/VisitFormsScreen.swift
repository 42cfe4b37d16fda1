internal import Fieldwork
internal import Messages
internal import Terminal

/// The forms of one visit: Enter opens one.
struct VisitFormsScreen: Screen {
  private let visit: Visit
  private var cursor = ListCursor()

  /// The forms of a visit.
  init(visit: Visit) {
    self.visit = visit
  }

  var context: KeyContext { .visitForms }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: "\(visit.code) · \(visit.label)") }

  func message(_ app: AppModel) -> MessageLine? {
    let isCut = CharacterWidth.columns(of: title(app).left) > app.size.columns - 2
    return MessageLine(text: VisitText.detail(visit, app.language, size: app.size, withName: isCut))
  }

  private func open(_ line: (form: String, record: RecordSummary?)) -> AppEffect {
    .openRecord(visit: visit.id, form: line.form, record: line.record?.record)
  }

  private func records(_ app: AppModel) -> [RecordSummary] {
    app.board.records.filter { $0.visit == visit.id && $0.status != .void }
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    let records = records(app)
    canvas.draw(VisitsPhrase.formsOf.text(in: app.language), row: 0, column: 1, style: .title, in: &frame)
    for (line, entry) in VisitOpening.lines(of: visit, records).enumerated() {
      let (id, record) = entry
      let isOut = line == cursor.selected
      let form = app.board.forms.first { $0.id == id }
      let isOneOfSeveral = records.count { $0.form == id } > 1
      let laptop = isOneOfSeveral ? record.map { $0.laptop + " · " } ?? "" : ""
      let state = laptop + VisitText.record(record, app.language)
      canvas.draw(isOut ? "▸" : " ", row: line + 1, column: 1, style: .focus, in: &frame)
      let start = canvas.drawRight(state, row: line + 1, before: canvas.columns - 1, style: .hint, in: &frame)
      let words = "\(line + 1) \(form?.title(in: app.language.rawValue) ?? id)"
      canvas.draw(words, row: line + 1, column: 3, limit: start - 4, style: isOut ? .focus : .text, in: &frame)
      if isOut { canvas.stand(row: line + 1, column: 3, in: &frame) }
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    let records = records(app)
    let forms = VisitOpening.lines(of: visit, records)
    if cursor.handle(press.key, count: forms.count, rows: forms.count) { return .stay() }
    if let index = ChoiceControl.index(of: press.key, count: forms.count) {
      return .stay([open(forms[index])])
    }
    switch press.command {
    case .open:
      guard forms.indices.contains(cursor.selected) else { return .stay([.bell]) }
      return .stay([open(forms[cursor.selected])])
    case .reopen:
      guard forms.indices.contains(cursor.selected), app.readOnlyReason == nil,
        let record = forms[cursor.selected].record, record.status == .finalised
      else { return .stay([.bell]) }
      return .push(ReopenScreen(record: record.record, name: "\(visit.code) · \(visit.label)"))
    case .visitStatus: return .push(VisitStatusScreen(visit: visit))
    case .close: return .close()
    default: return .stay()
    }
  }
}
