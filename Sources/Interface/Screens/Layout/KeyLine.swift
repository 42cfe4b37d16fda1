internal import Messages
internal import Terminal

/// The line of keys at the bottom: as many as fit, help always among them.
enum KeyLine {
  /// Draws the keys of a context.
  static func draw(_ context: KeyContext, _ language: Language, on canvas: Canvas, row: Int, in frame: inout Frame) {
    let bindings = Bindings.keyLine(of: context)
    let help = bindings.last.map { text($0, language) } ?? ""
    let gap = canvas.columns < 64 ? 1 : 2
    var column = 1
    let room = canvas.columns - CharacterWidth.columns(of: help) - 1
    for binding in bindings.dropLast() {
      let words = text(binding, language)
      let width = CharacterWidth.columns(of: words)
      guard column + width + gap <= room else { continue }
      draw(binding, language, on: canvas, row: row, column: column, in: &frame)
      column += width + gap
    }
    if let binding = bindings.last {
      draw(binding, language, on: canvas, row: row, column: column, in: &frame)
    }
  }

  private static func text(_ binding: Binding, _ language: Language) -> String {
    binding.keyName + " " + CommandPhrase.short(binding.command).text(in: language)
  }

  private static func draw(
    _ binding: Binding, _ language: Language, on canvas: Canvas, row: Int, column: Int, in frame: inout Frame
  ) {
    let used = canvas.draw(binding.keyName, row: row, column: column, style: .title, in: &frame)
    canvas.draw(
      CommandPhrase.short(binding.command).text(in: language), row: row, column: column + used + 1, style: .hint,
      in: &frame)
  }
}
