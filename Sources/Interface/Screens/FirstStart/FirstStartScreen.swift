internal import Expressions
internal import Messages
internal import Terminal
internal import Vietnamese

/// The first start: how Vietnamese is typed, who sits here, which team, what the laptop is called, and whether the clock
/// is right.
struct FirstStartScreen: Screen {
  private var fields: [TextField]
  /// The field in hand; how Vietnamese is typed stands before the first one.
  private var current = 0

  private static let labels: [FirstStartPhrase] = [.person, .team, .laptop]
  private static let hints: [FirstStartPhrase] = [.personHint, .teamHint, .laptopHint, .clockHint]
  private static let typingPlace = -1

  /// With a name suggested for the laptop.
  init(laptop: String) {
    fields = [TextField(), TextField(), TextField(laptop)]
  }

  private var isOnClock: Bool { current == Self.labels.count }
  private var isOnTyping: Bool { current == Self.typingPlace }

  var context: KeyContext { .firstStart }

  func title(_ app: AppModel) -> TitleLine {
    TitleLine(left: FirstStartPhrase.title.text(in: app.language), right: app.language.name)
  }

  func message(_ app: AppModel) -> MessageLine? {
    MessageLine(text: (isOnTyping ? FirstStartPhrase.typingHint : Self.hints[current]).text(in: app.language))
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    let wide = canvas.columns >= 64
    var row = 0
    if canvas.rows >= 8 {
      for line in WordWrap.lines(FirstStartPhrase.welcome.text(in: app.language), columns: canvas.columns - 2).prefix(
        wide ? 3 : 4)
      {
        canvas.draw(line, row: row, column: 1, in: &frame)
        row += 1
      }
      if canvas.rows >= 10 { row += 1 }
    }
    let at = wide ? 20 : 17
    drawTyping(app, on: canvas, row: row, column: at, in: &frame)
    row += 1
    for (index, label) in Self.labels.enumerated() {
      canvas.draw(index == current ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
      canvas.draw(label.text(in: app.language), row: row, column: 3, style: .label, in: &frame)
      TextFieldView.draw(
        fields[index], on: canvas, row: row, column: at, columns: min(48, canvas.columns - at - 1),
        focused: index == current, in: &frame)
      row += 1
    }
    canvas.draw(isOnClock ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
    canvas.draw(FirstStartPhrase.clock.text(in: app.language), row: row, column: 3, style: .label, in: &frame)
    let clock = clock(app)
    canvas.draw(
      clock, row: row, column: at, limit: canvas.columns - at - 1, style: isOnClock ? .focus : .text, in: &frame)
    if isOnClock {
      canvas.stand(row: row, column: at, in: &frame)
      canvas.draw(
        FirstStartPhrase.clockIsRight.text(in: app.language), row: row + 1, column: at, style: .hint, in: &frame)
    }
  }

  private func drawTyping(_ app: AppModel, on canvas: Canvas, row: Int, column: Int, in frame: inout Frame) {
    canvas.draw(isOnTyping ? "▸" : " ", row: row, column: 1, style: .focus, in: &frame)
    canvas.draw(FirstStartPhrase.typing.text(in: app.language), row: row, column: 3, style: .label, in: &frame)
    let method = app.typing?.name ?? FirstStartPhrase.typingOff.text(in: app.language)
    let used = canvas.draw(method, row: row, column: column, style: isOnTyping ? .focus : .text, in: &frame)
    let key = "(\(FirstStartPhrase.typingKey.text(in: app.language)))"
    canvas.draw(
      key, row: row, column: column + used + 1, limit: canvas.columns - column - used - 2, style: .hint, in: &frame)
    if isOnTyping { canvas.stand(row: row, column: column, in: &frame) }
  }

  private func clock(_ app: AppModel) -> String {
    let time = LocalTime(app.now)
    let minutes = Int(app.now.zone.offset(at: app.now.milliseconds / 1000)) / 60
    let sign = minutes < 0 ? "-" : "+"
    let rest = minutes.magnitude % 60 == 0 ? "" : ":\(minutes.magnitude % 60)"
    let day = time.date.map { "\(CommonPhrase.weekdayShort($0.weekday).text(in: app.language)) \($0.vietnamese)" } ?? ""
    return "\(day) \(time.shortClock) (GMT\(sign)\(minutes.magnitude / 60)\(rest))"
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    switch press.key {
    case .enter where isOnClock: return begin(&app)
    case .enter, .tab, .down: current = min(current + 1, Self.labels.count)
    case .up, .backTab, .control("p"): current = max(Self.typingPlace, current - 1)
    case .left, .right, .character(" "):
      if isOnTyping { return .stay(GeneralCommands.switchTyping(&app, forward: press.key != .left)) }
      takeText(press.key, app)
    default: takeText(press.key, app)
    }
    return .stay()
  }

  /// Names of people and teams are words; that of the laptop is often a code.
  private mutating func takeText(_ key: Key, _ app: AppModel) {
    guard fields.indices.contains(current) else { return }
    _ = fields[current].handle(key, typing: Self.labels[current] == .laptop ? nil : app.typing)
  }

  private mutating func begin(_ app: inout AppModel) -> Step {
    let texts = fields.map { TypedText.trimmed($0.text) }
    guard !texts[0].isEmpty else {
      current = 0
      app.notice = Notice(FirstStartPhrase.required, style: .error)
      return .stay([.bell])
    }
    return .stay([.startSession(Session(person: texts[0], team: texts[1], laptop: texts[2]))])
  }
}
