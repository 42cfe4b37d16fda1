internal import Messages
internal import Terminal

/// One row of the table of keys: what a key asks for, and where.
struct Binding: Sendable {
  let command: Command
  /// The first one is shown; all of them work.
  let keys: [Key]
  let contexts: Set<KeyContext>
  /// Its place on the key line of those contexts; 0 stays off it.
  let rank: Int

  /// The key as people call it.
  var keyName: String { keys.first.map(KeyName.text) ?? "" }

  /// All keys as people call them.
  var keyNames: String { keys.map(KeyName.text).joined(separator: "  ") }
}

/// How keys are called on the screen.
enum KeyName {
  /// The name of a key; `^K` is Control with K.
  static func text(_ key: Key) -> String {
    switch key {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(" "): "Ctrl-Space"
    case .control(let letter): "^" + letter.uppercased()
    case .alt("\n"): "Alt-Enter"
    case .alt(let character): "Alt-" + character.uppercased()
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .escape: "Esc"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .wordLeft: "Ctrl-←"
    case .wordRight: "Ctrl-→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .paste, .invalid: ""
    }
  }
}
