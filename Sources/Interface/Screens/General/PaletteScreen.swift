internal import Messages
internal import Terminal
internal import Vietnamese

/// All commands of the screen below, found by typing.
struct PaletteScreen: Screen {
  private let subject: KeyContext
  private let commands: [Binding]
  private let searchable: [SearchableText]
  private var shown: [Int]
  private var filter = TextField()
  private var cursor = ListCursor()

  /// The commands of a screen.
  init(over subject: KeyContext, language: Language, isProtected: Bool = false) {
    self.subject = subject
    commands = Bindings.bindings(of: subject, isProtected: isProtected).filter { $0.command != .palette }
    searchable = commands.map { binding in
      SearchableText(
        CommandPhrase.full(binding.command).vietnamese + " | " + CommandPhrase.full(binding.command).english)
    }
    shown = Array(commands.indices)
  }

  var context: KeyContext { .palette }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: HelpPhrase.palette.text(in: app.language)) }

  /// English commands are found by English words.
  func typing(_ app: AppModel) -> TypingMethod? { app.language == .vietnamese ? app.typing : nil }

  func message(_ app: AppModel) -> MessageLine? {
    shown.isEmpty ? MessageLine(text: CommonPhrase.noMatch.text(in: app.language), style: .warning) : nil
  }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    TextFieldView.draw(
      filter, after: CommonPhrase.filter.text(in: app.language), on: canvas, row: 0, upTo: 32, in: &frame)
    let body = canvas.rows(from: 1)
    for (line, index) in cursor.window(count: shown.count, rows: body.rows).enumerated() {
      let binding = commands[shown[index]]
      let isOut = index == cursor.selected
      body.draw(isOut ? "▸" : " ", row: line, column: 1, style: .focus, in: &frame)
      let start = body.drawRight(binding.keyName, row: line, before: body.columns - 1, style: .hint, in: &frame)
      let words = CommandPhrase.full(binding.command).text(in: app.language)
      body.draw(words, row: line, column: 3, limit: start - 4, style: isOut ? .focus : .text, in: &frame)
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    switch press.key {
    case .up, .down, .pageUp, .pageDown:
      _ = cursor.handle(press.key, count: shown.count, rows: Layout(size: app.size).bodyRows - 1)
    case .escape, .control("k"), .function(2): return .close()
    case .enter, .tab:
      guard shown.indices.contains(cursor.selected) else { return .stay([.bell]) }
      return run(commands[shown[cursor.selected]].command, press, &app)
    default:
      let before = filter.text
      guard filter.handle(press.key, typing: typing(app)), filter.text != before else { return .stay() }
      let query = SearchQuery(filter.text)
      shown = query.isEmpty ? Array(commands.indices) : Array(commands.indices).matching(query) { searchable[$0] }
      cursor = ListCursor()
    }
    return .stay()
  }

  /// Does on the screen below what its key would do.
  private func run(_ command: Command, _ press: Press, _ app: inout AppModel) -> Step {
    guard var below = app.screens.popLast() else { return .close() }
    let key =
      Bindings.bindings(of: subject, isProtected: app.isProtected).first { $0.command == command }?.keys.first
      ?? .invalid
    let asked = Press(key: key, command: command, moment: press.moment)
    let step = GeneralCommands.step(asked, over: below, &app) ?? below.take(asked, in: &app)
    switch step.next {
    case .stay:
      app.screens.append(below)
      return .close(step.effects)
    case .close: return .close(step.effects)
    case .push(let screen):
      app.screens.append(below)
      return .replace(screen, step.effects)
    case .replace(let screen): return .replace(screen, step.effects)
    }
  }
}
