internal import Vietnamese

/// Text as it may be shown: nothing that a terminal would act upon, that has no width, or that turns the direction of
/// its neighbours. What was read from a file or an answer passes through here before it reaches a cell.
package enum ShownText {
  /// The characters of a text in NFC. Line breaks and tabs become blanks, controls and lone marks a visible sign.
  package static func characters(of text: some StringProtocol) -> [Character] {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return Array(text) }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let shown = shown(scalar) { kept.append(shown) }
    }
    return String(kept).composed.map(limited)
  }

  /// The text that `characters(of:)` shows.
  package static func text(of text: some StringProtocol) -> String {
    String(characters(of: text))
  }

  /// The scalar to show instead: itself, a blank, a sign, or nothing at all.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0xA0, 0x2028, 0x2029, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return " "
    case 0x00...0x1F, 0x7F...0x9F: return "\u{FFFD}"
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F, 0xE0000...0xE0FFF: return nil
    case 0x1F3FB...0x1F3FF: return nil
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned: return "\u{FFFD}"
    case .format: return nil
    default: return scalar
    }
  }

  /// A character with at most three marks, beginning with something that has a width of its own.
  private static func limited(_ character: Character) -> Character {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return " " }
    if CharacterWidth.isMark(first) { return "\u{FFFD}" }
    if scalars.count == 1 { return character }
    var kept = String(first)
    for mark in scalars.dropFirst().filter(CharacterWidth.isMark).prefix(3) { kept.unicodeScalars.append(mark) }
    return kept.first ?? " "
  }
}
