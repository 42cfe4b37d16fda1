/// Paths of an XForm as text.
enum XFormPath {
  /// The absolute path that a reference means at a node, by its steps alone; nil when it is no plain path.
  static func absolute(_ reference: String, at context: String) -> String? {
    if isPlainlyAbsolute(reference) { return reference }
    let text = ColumnName.trimmed(reference)
    guard !text.isEmpty, text.unicodeScalars.allSatisfy(isPathScalar) else { return nil }
    var steps = text.hasPrefix("/") ? [] : context.split(separator: "/").map(String.init)
    for step in text.split(separator: "/") {
      switch step {
      case ".": continue
      case "..": if steps.popLast() == nil { return nil }
      default: steps.append(String(step))
      }
    }
    return steps.isEmpty ? nil : "/" + steps.joined(separator: "/")
  }

  /// Whether a reference is an absolute path already, of plain names and nothing else, as nearly all are.
  private static func isPlainlyAbsolute(_ reference: String) -> Bool {
    var before: UInt8 = 0
    for byte in reference.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        if before == 0 { return false }
      case UInt8(ascii: "/"): if before == byte { return false }
      default: return false
      }
      before = byte
    }
    return before != 0 && before != UInt8(ascii: "/")
  }

  private static func isPathScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "/" || scalar == "." || scalar == "_" || scalar == "-" || scalar == ":" || scalar == "@"
      || ("0"..."9").contains(scalar) || scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// The last step.
  static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The path without its last step.
  static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// Cuts predicates off the end of an expression: `x[a][b]` gives `x` and `a`, `b`. Brackets inside literals and calls
  /// are left alone.
  static func predicates(_ text: String) -> (path: String, predicates: [String]) {
    let trimmed = ColumnName.trimmed(text)
    var path = Array(trimmed)
    var predicates: [String] = []
    while path.last == "]" {
      guard let open = openingBracket(of: path) else { break }
      predicates.insert(ColumnName.trimmed(String(path[(open + 1)..<(path.count - 1)])), at: 0)
      path.removeSubrange(open...)
      while path.last?.isWhitespace == true { path.removeLast() }
    }
    return (String(path), predicates)
  }

  /// The bracket that the last one closes.
  private static func openingBracket(of text: [Character]) -> Int? {
    var open: [Int] = []
    var quote: Character?
    for (index, character) in text.enumerated() {
      if let mark = quote {
        if character == mark { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "[" {
        open.append(index)
      } else if character == "]" {
        guard let start = open.popLast() else { return nil }
        if index == text.count - 1 { return start }
      }
    }
    return nil
  }

  /// The arguments of a call that is the whole expression: `name(a, b)`.
  static func arguments(of name: String, in text: String) -> [String]? {
    let trimmed = ColumnName.trimmed(text)
    guard trimmed.hasPrefix(name) else { return nil }
    let rest = ColumnName.trimmed(trimmed.dropFirst(name.count))
    guard rest.first == "(", rest.last == ")" else { return nil }
    var arguments: [String] = []
    var current = ""
    var depth = 0
    var quote: Character?
    for character in rest.dropFirst().dropLast() {
      if let mark = quote {
        if character == mark { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      } else if character == "(" || character == "[" {
        depth += 1
      } else if character == ")" || character == "]" {
        depth -= 1
        if depth < 0 { return nil }
      } else if character == ",", depth == 0 {
        arguments.append(ColumnName.trimmed(current))
        current = ""
        continue
      }
      current.append(character)
    }
    guard depth == 0, quote == nil else { return nil }
    arguments.append(ColumnName.trimmed(current))
    return arguments
  }

  /// The id of `instance('id')` at the beginning of an expression, and what follows.
  static func instance(_ text: String) -> (id: String, rest: String)? {
    let trimmed = ColumnName.trimmed(text)
    guard trimmed.hasPrefix("instance("), let close = trimmed.firstIndex(of: ")") else { return nil }
    let inner = ColumnName.trimmed(trimmed[trimmed.index(trimmed.startIndex, offsetBy: 9)..<close])
    guard inner.count >= 2, let quote = inner.first, quote == "'" || quote == "\"", inner.last == quote else {
      return nil
    }
    return (String(inner.dropFirst().dropLast()), String(trimmed[trimmed.index(after: close)...]))
  }
}
