internal import Vietnamese

/// How the text of a cell is cleaned: XLSForm tools forgive what spreadsheets add.
enum CellText {
  /// Excel's `_x000D_` escapes decoded, no-break spaces as spaces, trimmed, NFC.
  static func cleaned(_ text: String) -> String {
    var result = text.utf8.contains(UInt8(ascii: "_")) ? unescaped(text) : text
    if result.utf8.contains(0xC2) { result = result.replacing("\u{A0}", with: " ") }
    if let first = result.utf8.first, let last = result.utf8.last, first > 0x20, last > 0x20, last < 0x80 {
      return result.composed
    }
    return ColumnName.trimmed(result).composed
  }

  /// Runs of spaces made one, for the survey sheet.
  static func singleSpaced(_ text: String) -> String {
    guard text.contains("  ") else { return text }
    var result = ""
    var previous: Character?
    for character in text {
      if character == " " && previous == " " { continue }
      result.append(character)
      previous = character
    }
    return result
  }

  /// Curly quotation marks made straight, as a word processor's help breaks expressions.
  static func straightQuoted(_ text: String) -> String {
    guard text.utf8.contains(0xE2) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2018}", "\u{2019}": result.append("'")
      case "\u{201C}", "\u{201D}": result.append("\"")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" {
        let digits = String(String.UnicodeScalarView(scalars[(index + 2)..<(index + 6)]))
        if let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code),
          code >= 0x20 || code == 9 || code == 10
        {
          result.append(scalar)
          index += 7
          continue
        } else if UInt32(digits, radix: 16) == 13 {
          index += 7
          continue
        }
      }
      result.append(scalars[index])
      index += 1
    }
    return String(result)
  }
}
