internal import CTerminal
internal import Terminal

/// How each style looks: an attribute and a colour on the terminal's own background. Never blue, never dimmed, never
/// yellow on white; reverse video marks the focus with and without colours.
enum Palette {
  case colours, mono

  /// The attribute bits and the colour pair (0 is the terminal's own colour) of a style.
  func look(of style: Style) -> (attributes: Int32, pair: Int32) {
    let bold = Int32(KH_BOLD)
    let reverse = Int32(KH_REVERSE)
    let underline = Int32(KH_UNDERLINE)
    let (red, green, magenta, cyan): (Int32, Int32, Int32, Int32) = (2, 3, 6, 7)
    let coloured = self == .colours
    switch style {
    case .text, .label: return (0, 0)
    case .focus: return (reverse, 0)
    case .error: return coloured ? (bold, red) : (bold, 0)
    case .warning: return coloured ? (0, magenta) : (underline, 0)
    case .ok: return coloured ? (0, green) : (0, 0)
    case .hint: return coloured ? (0, cyan) : (0, 0)
    case .title: return (bold, 0)
    }
  }
}
