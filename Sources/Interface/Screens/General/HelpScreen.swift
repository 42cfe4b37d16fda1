internal import Messages
internal import Terminal

/// The keys of the screen below, read from the table of keys, and a few words that hold everywhere.
struct HelpScreen: Screen {
  private let subject: KeyContext
  private var top = 0

  /// Help about a screen.
  init(about subject: KeyContext) {
    self.subject = subject
  }

  var context: KeyContext { .help }

  func title(_ app: AppModel) -> TitleLine { TitleLine(left: HelpPhrase.title.text(in: app.language)) }

  private func lines(_ app: AppModel, columns: Int) -> [(key: String, text: String)] {
    let language = app.language
    var lines: [(String, String)] = []
    let keyWidth = Self.keyWidth(columns)
    for binding in Bindings.bindings(of: subject, isProtected: app.isProtected) where !binding.keys.isEmpty {
      let words = WordWrap.lines(
        CommandPhrase.full(binding.command).text(in: language), columns: columns - keyWidth - 3)
      let names = columns >= 64 ? binding.keyNames : binding.keyName
      for (index, line) in words.enumerated() { lines.append((index == 0 ? names : "", line)) }
    }
    lines.append(("", ""))
    for phrase in [HelpPhrase.typing, .control, .saved, .ascii] {
      for line in WordWrap.lines(phrase.text(in: language), columns: columns - 3) { lines.append(("", "\u{1}" + line)) }
    }
    return lines
  }

  private static func keyWidth(_ columns: Int) -> Int { columns >= 64 ? 24 : 10 }

  func draw(_ app: AppModel, on canvas: Canvas, in frame: inout Frame) {
    let lines = lines(app, columns: canvas.columns)
    let first = min(top, max(0, lines.count - canvas.rows))
    for (row, line) in lines.dropFirst(first).prefix(canvas.rows).enumerated() {
      if line.text.hasPrefix("\u{1}") {
        canvas.draw(String(line.text.dropFirst()), row: row, column: 1, style: .hint, in: &frame)
        continue
      }
      canvas.draw(line.key, row: row, column: 1, limit: Self.keyWidth(canvas.columns), style: .title, in: &frame)
      canvas.draw(line.text, row: row, column: Self.keyWidth(canvas.columns) + 2, in: &frame)
    }
    if first + canvas.rows < lines.count {
      let words = CommonPhrase.more(lines.count - first - canvas.rows).text(in: app.language)
      canvas.drawRight(words, row: canvas.rows - 1, before: canvas.columns - 1, style: .hint, in: &frame)
    }
  }

  mutating func take(_ press: Press, in app: inout AppModel) -> Step {
    let layout = Layout(size: app.size)
    let page = max(1, layout.bodyRows - 1)
    let most = max(0, lines(app, columns: app.size.columns).count - layout.bodyRows)
    switch press.key {
    case .down: top = min(most, top + 1)
    case .up: top = max(0, top - 1)
    case .pageDown, .character(" "): top = min(most, top + page)
    case .pageUp: top = max(0, top - page)
    case .home: top = 0
    case .end: top = most
    case .escape, .enter, .function(1), .function(10), .control("_"): return .close()
    default: break
    }
    return .stay()
  }
}
