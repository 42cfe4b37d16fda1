internal import Fieldwork
internal import Messages
internal import Terminal

/// Why a visit was not, or cannot be, surveyed: the status and a reason.
struct VisitStatusScreen: Screen {
  private let visit: Visit
  private var cursor: ListCursor
  private var reason = TextField()
  private var asksReason = false

  /// The statuses of a visit; its own stands out.
  init(visit: Visit) {
    self.visit = visit
    cursor = ListCursor(selected: VisitStatus.allCases.firstIndex(of: visit.status) ?? 0)
  }

  var context: KeyContext { .visitStatus }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(left: "\(VisitsPhrase.chooseStatus.text(in: app.language)) · \(visit.code) · \(visit.label)")
  }

  func message(_ app: AppModel) -> MessageLine? {
    asksReason ? MessageLine(text: VisitsPhrase.reasonHint.text(in: app.language)) : nil
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    var row = 0
    for (index, status) in VisitStatus.allCases.enumerated() where !asksReason || index == cursor.selected {
      let isOut = index == cursor.selected
      let words = "\(index + 1) \(VisitsPhrase.status(status).text(in: app.language))"
      canvas.draw(isOut ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
      canvas.draw(words, row: row, column: 3, style: isOut && !asksReason ? .focus : .text, in: &frame)
      if isOut, !asksReason { canvas.stand(row: row, column: 3, in: &frame) }
      row += 1
    }
    guard asksReason else { return }
    TextFieldView.draw(
      reason, after: VisitsPhrase.reason.text(in: app.language), on: canvas, row: row + 1, upTo: 60, in: &frame)
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    let statuses = VisitStatus.allCases
    if asksReason {
      switch press.key {
      case .escape: asksReason = false
      case .enter: return keep(statuses[cursor.selected], &app)
      default: _ = reason.handle(press.key, typing: typing(app))
      }
      return .stay()
    }
    if cursor.handle(press.key, count: statuses.count, rows: statuses.count) { return .stay() }
    if press.key == .escape { return .close() }
    var isChosen = press.key == .enter
    if let index = ChoiceControl.index(of: press.key, count: statuses.count) {
      cursor.select(index, count: statuses.count, rows: statuses.count)
      isChosen = true
    }
    guard isChosen else { return .stay() }
    guard statuses[cursor.selected].isReasonForNone else { return keep(statuses[cursor.selected], &app) }
    asksReason = true
    return .stay()
  }

  private func keep(_ status: VisitStatus, _ app: inout AppModel) -> Step {
    app.notice = Notice(VisitsPhrase.statusSet, style: .ok)
    return .close([.setVisitStatus(visit: visit.id, status: status, reason: TypedText.trimmed(reason.text))])
  }
}
