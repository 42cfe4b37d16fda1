/// Text as it was copied from somewhere: a terminal's colours and commands may be in it.
package enum PastedText {
  /// The text without escape sequences and control characters; tabs are blanks, line breaks stay.
  package static func plain(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    var kept = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      switch scalar.value {
      case 0x1B: skipEscape(&rest)
      case 0x9B: skipControl(&rest)
      case 0x09: kept.append(" ")
      case 0x0A: kept.append(scalar)
      case 0x0D: kept.append("\n")
      case 0x00...0x1F, 0x7F...0x84, 0x86...0x9F: break
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// What follows an Escape and belongs to it.
  private static func skipEscape(_ rest: inout Substring.UnicodeScalarView) {
    switch rest.first {
    case "["?:
      rest.removeFirst()
      skipControl(&rest)
    case "O"?:
      rest.removeFirst()
      if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
    case "]"?, "P"?, "X"?, "^"?, "_"?: skipString(&rest)
    default:
      while let next = rest.first, (0x20...0x2F).contains(next.value) { rest.removeFirst() }
      if let final = rest.first, (0x30...0x7E).contains(final.value) { rest.removeFirst() }
    }
  }

  private static func skipControl(_ rest: inout Substring.UnicodeScalarView) {
    while let next = rest.first, (0x20...0x3F).contains(next.value) { rest.removeFirst() }
    if let final = rest.first, (0x40...0x7E).contains(final.value) { rest.removeFirst() }
  }

  /// A title, a link: up to its end on the same line. Without an end only the sign that begins it is left out.
  private static func skipString(_ rest: inout Substring.UnicodeScalarView) {
    rest.removeFirst()
    guard let end = rest.firstIndex(where: { $0.value < 0x20 || $0.value == 0x9C }), rest[end] != "\n" else { return }
    let terminator = rest[end]
    rest = rest[rest.index(after: end)...]
    if terminator == "\u{1B}", rest.first == "\\" { rest.removeFirst() }
  }
}
