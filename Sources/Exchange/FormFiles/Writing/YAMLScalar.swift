/// Text as a YAML scalar: plain where that is read back as the same text, in double quotes otherwise.
enum YAMLScalar {
  /// The scalar; inside `{ }` and `[ ]` more must be quoted.
  static func write(_ text: String, inFlow: Bool = false) -> String {
    isPlain(text, inFlow: inFlow) ? text : quoted(text)
  }

  private static let special: Set<String> = ["", "~", "null", "Null", "NULL", "---", "..."]

  private static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    guard !special.contains(text), let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    let isGoodStart =
      first.properties.isAlphabetic || ("0"..."9").contains(first) || first == "_" || first == "("
      || first == "/" || first == "." || !inFlow && first == "$"
    guard isGoodStart, last != " ", last != ":" else { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) { return false }
      if scalar == "#" && previous == " " || previous == ":" && scalar == " " { return false }
      if scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\u{85}" || scalar == "\u{FEFF}" { return false }
      if inFlow && ",[]{}:".unicodeScalars.contains(scalar) { return false }
      previous = scalar
    }
    return true
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        let code = scalar.value
        if code < 0x20 || (0x7F...0x9F).contains(code) || code == 0x2028 || code == 0x2029 || code == 0xFEFF {
          let digits = String(code, radix: 16, uppercase: true)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
