internal import Forms
internal import Messages
internal import Responses
internal import Terminal

/// A question that offers choices below its label.
enum ChoiceControl {
  /// As many choices are shown in the form itself; more open as a list.
  static let inlineLimit = 9

  /// Whether the choices are opened as a list.
  static func isList(_ node: FormNode, count: Int) -> Bool {
    count > inlineLimit || node.appearance.isSearch || node.appearance.has("minimal")
  }

  /// Draws the choices, one a row, with their numbers; the one that stands out has the cursor.
  static func draw(
    _ choices: [ChoiceItem], mark: (Int) -> String, _ view: ControlView, on canvas: Canvas, in frame: inout Frame
  ) -> Int {
    var row = 0
    let highlight = view.form.entry.highlight
    for (index, choice) in choices.enumerated() {
      let isOut = index == highlight
      let head = "\(index + 1) \(mark(index)) "
      let indent = CharacterWidth.columns(of: head)
      for (part, line) in WordWrap.lines(choice.label, columns: canvas.columns - indent).enumerated() {
        if part == 0 { canvas.draw(head, row: row, style: isOut ? .focus : .text, in: &frame) }
        canvas.draw(line, row: row, column: indent, style: isOut ? .focus : .text, in: &frame)
        if part == 0, isOut || (highlight == nil && index == 0) { canvas.stand(row: row, column: 0, in: &frame) }
        row += 1
      }
    }
    if let reason = view.item.missing {
      let words = FormPhrase.missing(FormModel.missingPhrase(reason).text(in: view.language)).text(in: view.language)
      canvas.draw(words, row: row, style: .hint, in: &frame)
      row += 1
    }
    return row
  }

  /// Draws the answer of a question whose choices open as a list.
  static func drawClosed(_ view: ControlView, on canvas: Canvas, in frame: inout Frame) -> Int {
    let isEmpty = !view.item.isAnswered
    let text =
      isEmpty ? FormPhrase.chooseByTyping.text(in: view.language) : AnswerText.text(view.item, view.form, view.language)
    let lines = WordWrap.lines(text, columns: canvas.columns - 4)
    for (index, line) in lines.enumerated() {
      canvas.draw("[ ", row: index, style: .hint, in: &frame)
      canvas.draw(line, row: index, column: 2, style: isEmpty ? .hint : .focus, in: &frame)
      canvas.draw(" ]", row: index, column: 2 + CharacterWidth.columns(of: line), style: .hint, in: &frame)
    }
    canvas.stand(row: 0, column: 2, in: &frame)
    return lines.count
  }

  /// Moves the one that stands out; nil when the key leaves the choices.
  static func moved(_ key: Key, from highlight: Int?, count: Int) -> Int? {
    switch key {
    case .down:
      guard let highlight else { return count > 0 ? 0 : nil }
      return highlight + 1 < count ? highlight + 1 : nil
    case .up:
      guard let highlight, highlight > 0 else { return nil }
      return highlight - 1
    default: return nil
    }
  }

  /// The choice that a digit names.
  static func index(of key: Key, count: Int) -> Int? {
    guard case .character(let character) = key, let digit = character.wholeNumberValue, character.isASCII,
      digit >= 1, digit <= count
    else { return nil }
    return digit - 1
  }

  /// Whether the key is a digit that names no choice: it is refused, not looked for.
  static func isOutOfRange(_ key: Key, count: Int) -> Bool {
    guard case .character(let character) = key, character.isASCII, character.isNumber else { return false }
    return index(of: key, count: count) == nil
  }

  /// The letters with which the list opens.
  static func filter(_ key: Key) -> String? {
    guard case .character(let character) = key, character != " " else { return nil }
    return String(character)
  }
}
