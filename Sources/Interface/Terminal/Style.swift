/// What a cell means. The driver gives each meaning a colour and an attribute; the text itself always says the same
/// without them.
package enum Style: UInt8, CaseIterable, Sendable {
  case text, label, focus, error, warning, ok, hint, title

  /// The letter that stands for this style in a written frame; plain text is a blank.
  package var letter: Character {
    switch self {
    case .text: " "
    case .label: "l"
    case .focus: "F"
    case .error: "E"
    case .warning: "W"
    case .ok: "o"
    case .hint: "h"
    case .title: "T"
    }
  }
}
