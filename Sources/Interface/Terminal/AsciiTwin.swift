internal import Vietnamese

/// The ASCII character that stands for one which a terminal or its font does not have. One column for each column, so
/// that nothing moves.
package enum AsciiTwin {
  /// A frame with every character replaced by its twin.
  package static func frame(of frame: Frame) -> Frame {
    var result = Frame(size: frame.size)
    result.cursor = frame.cursor
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        let cell = frame[row, column]
        let twin: Character = cell.width == 0 ? " " : character(of: cell.text)
        result.put(twin, row: row, column: column, style: cell.style)
      }
    }
    return result
  }

  /// The twin of one character.
  package static func character(of text: String) -> Character {
    guard let character = text.first else { return " " }
    if character.isASCII { return character }
    if let twin = signs[character] { return twin }
    if ("▁"..."▏").contains(character) { return "#" }
    guard let scalar = text.unicodeScalars.first, let letter = VietnameseLetter(scalar) else { return "?" }
    let base = Character(letter.base)
    return letter.isUppercase ? Character(base.uppercased()) : base
  }

  private static let signs: [Character: Character] = [
    "✓": "+", "◐": "~", "▸": ">", "·": ".", "–": "-", "—": "-", "…": "~", "─": "-", "│": "|", "┌": "+", "┐": "+",
    "└": "+", "┘": "+", "├": "+", "┤": "+", "█": "#", "░": ".", "↑": "^", "↓": "v", "←": "<", "→": ">", "↵": "/",
    "×": "x", "≥": ">", "≤": "<", "“": "\"", "”": "\"", "‘": "'", "’": "'", "₫": "d", "•": "*", "○": "o", "●": "*",
    "²": "2", "³": "3", "°": "o", "±": "+", "đ": "d", "Đ": "D", "½": "/", "€": "E", "«": "<", "»": ">", "−": "-",
  ]
}
