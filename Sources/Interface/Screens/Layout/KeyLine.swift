internal import Messages
internal import Terminal

/// The line of keys at the bottom: as many as fit, help always among them.
enum KeyLine {
  /// Draws the keys of a context, but for those that do nothing now.
  static func draw(
    _ context: KeyContext, without idle: Set<Command>, _ language: Language, on canvas: Canvas, row: Int,
    in frame: inout Frame
  ) {
    let bindings = Bindings.keyLine(of: context).filter { !idle.contains($0.command) }
    let close = fitting(bindings, language, columns: canvas.columns, gap: 1)
    // They stand apart where that costs none of them.
    let apart = fitting(bindings, language, columns: canvas.columns, gap: 2)
    let gap = canvas.columns < 64 || apart.count < close.count ? 1 : 2
    var column = 1
    for binding in gap == 1 ? close : apart {
      draw(binding, language, on: canvas, row: row, column: column, in: &frame)
      column += CharacterWidth.columns(of: text(binding, language)) + gap
    }
  }

  /// The bindings that have room, the most needed first and help at the end.
  private static func fitting(_ bindings: [Binding], _ language: Language, columns: Int, gap: Int) -> [Binding] {
    guard let help = bindings.last else { return [] }
    var left = columns - 2 - CharacterWidth.columns(of: text(help, language))
    let others = bindings.dropLast().filter { binding in
      let width = CharacterWidth.columns(of: text(binding, language)) + gap
      guard width <= left else { return false }
      left -= width
      return true
    }
    return others + [help]
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
